package dev.migrations.spring.database;

import dev.migrations.database.ConnectionSource;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.common.BaseDataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/**
 * Opens connections beside an application's pool, so that a migration neither waits for the pool nor takes from it: a pool
 * of one connection could not even give the engine the two that it holds.
 */
final class DirectConnections {

    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", DirectConnections.class.getClassLoader());

    private DirectConnections() {}

    /** By the driver where the settings can be read; else by the data source itself. */
    static ApplicationDatabase database(String name, DataSource root) {
        var pooled = HIKARI ? HikariConnections.find(name, root) : Optional.<ApplicationDatabase>empty();
        return pooled.or(() -> find(root).or(() -> derived(root)).map(direct -> direct.named(name)))
                .orElseGet(() -> itself(name, root));
    }

    private static Optional<DirectConnection> find(DataSource root) {
        if (root instanceof AbstractDriverBasedDataSource driver && driver.getUrl() != null) {
            return Optional.of(DirectConnection.of(
                    driver.getUrl(),
                    properties(driver.getConnectionProperties(), driver.getUsername(), driver.getPassword()),
                    driver.getSchema(),
                    null));
        }
        if (root instanceof BaseDataSource postgres) {
            return Optional.of(DirectConnection.of(
                    postgres.getUrl(), properties(null, postgres.getUser(), postgres.getPassword()), null, null));
        }
        return Optional.empty();
    }

    /** Pools whose settings Spring Boot can read. */
    private static Optional<DirectConnection> derived(DataSource pool) {
        try {
            return find(DataSourceBuilder.derivedFrom(pool)
                    .type(SimpleDriverDataSource.class)
                    .build());
        } catch (RuntimeException e) {
            return Optional.empty(); // one that it does not know
        }
    }

    private static ApplicationDatabase itself(String name, DataSource root) {
        var source = ConnectionSource.of(root);
        return new ApplicationDatabase(name, source, source, root);
    }

    private static Properties properties(@Nullable Properties given, @Nullable String user, @Nullable String password) {
        var properties = new Properties();
        if (given != null) {
            properties.putAll(given);
        }
        DirectConnection.put(properties, "user", user);
        DirectConnection.put(properties, "password", password);
        return properties;
    }
}
