package dev.migrations.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** Connections beside any pool. */
final class DirectSource implements ConnectionSource {

    /** What the driver calls it, and what PostgreSQL's own programs do. */
    private static final Map<String, String> VARIABLES = Map.of(
            "password", "PGPASSWORD",
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT");

    private final String url;
    private final Properties properties;

    DirectSource(String url, Properties properties) {
        this.url = url;
        this.properties = new Properties();
        this.properties.putAll(properties);
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public Optional<ConnectionSource> sibling(String database) {
        return Optional.of(new DirectSource(JdbcUrl.withDatabase(url, database), properties));
    }

    @Override
    public Map<String, String> clientEnvironment() {
        var parsed = Optional.ofNullable(Driver.parseURL(url, new Properties())).orElseGet(Properties::new);
        var environment = new HashMap<String, String>();
        VARIABLES.forEach((property, variable) -> Optional.ofNullable(
                        properties.getProperty(property, parsed.getProperty(property)))
                .ifPresent(value -> environment.put(variable, value)));
        return Map.copyOf(environment);
    }
}
