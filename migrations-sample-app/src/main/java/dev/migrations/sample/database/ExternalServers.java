package dev.migrations.sample.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The {@code postgres} profile: servers that run elsewhere, found through the properties. */
@Configuration(proxyBeanMethods = false)
@Profile("postgres")
class ExternalServers {

    @Bean
    DatabaseConnections databaseConnections(ConfiguredConnections configured) {
        return configured::of;
    }
}
