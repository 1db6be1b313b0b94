package dev.migrations.sample.database;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The connections that stand in the properties, as {@code shop.databases.<name>.url|username|password}.
 *
 * @param databases by the name of the database
 */
@Validated
@ConfigurationProperties("shop")
record ConfiguredConnections(@DefaultValue Map<String, @Valid DatabaseConnection> databases) {

    ConfiguredConnections {
        databases = Map.copyOf(databases);
    }

    DatabaseConnection of(String database) {
        var connection = databases.get(database);
        if (connection == null) {
            throw new IllegalArgumentException(
                    "no connection for %s: set shop.databases.%s.url, .username and .password"
                            .formatted(database, database));
        }
        return connection;
    }
}
