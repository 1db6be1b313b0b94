package dev.migrations.sample.embedded;

import dev.migrations.sample.database.DatabaseConnections;
import dev.migrations.sample.database.Databases;
import java.nio.file.Path;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The default profile: a server of the application's own.
 * The pools are given their connections by it, so they are closed before it is, and Tomcat before them.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!postgres")
class EmbeddedServerConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(EmbeddedServerProperties properties) {
        var directory = properties.directory();
        return EmbeddedServer.start(directory == null ? besideTheClasses() : directory, Databases.ALL);
    }

    @Bean
    DatabaseConnections databaseConnections(EmbeddedServer server) {
        return server::connection;
    }

    /**
     * In the {@code target} folder that holds the application's classes or jar, wherever it was started from; in one of
     * the working directory's, if the jar was moved out of it.
     */
    private static Path besideTheClasses() {
        var source = new ApplicationHome(EmbeddedServerConfiguration.class).getSource();
        var path = source == null ? null : source.toPath().toAbsolutePath();
        while (path != null && !path.endsWith("target")) {
            path = path.getParent();
        }
        return (path == null ? Path.of("target") : path).resolve("embedded-postgres");
    }
}
