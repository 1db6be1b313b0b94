package dev.migrations.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one database. The engine holds two at a time, the second one for the lock, and closes both; so a
 * source that hands out pooled connections needs a pool of at least two. While a step takes more than a second, it opens a
 * third one to see who is in the way, and does without where there is none.
 */
@FunctionalInterface
public interface ConnectionSource {

    /**
     * A connection that nobody else uses.
     *
     * @throws SQLException if the database cannot be reached, or refuses
     */
    Connection connect() throws SQLException;

    /**
     * What PostgreSQL's own programs need beside host, port, database and role: password and certificates, as variables of
     * their environment. Empty where only a pool knows them.
     */
    default Map<String, String> clientEnvironment() {
        return Map.of();
    }

    /** Another database of the same server, for the same role; empty where only a pool knows how to get there. */
    default Optional<ConnectionSource> sibling(String database) {
        return Optional.empty();
    }

    /**
     * Connections beside any pool.
     *
     * @param url        a {@code jdbc:postgresql:} URL
     * @param properties of the driver, such as {@code user} and {@code password}
     */
    static ConnectionSource of(String url, Properties properties) {
        return new DirectSource(url, properties);
    }

    /**
     * Connections beside any pool.
     *
     * @param url      a {@code jdbc:postgresql:} URL
     * @param user     null where the URL or the driver's defaults say it
     * @param password null where none is needed
     */
    static ConnectionSource of(String url, @Nullable String user, @Nullable String password) {
        var properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return of(url, properties);
    }

    /** Connections of a data source, pooled or not. */
    static ConnectionSource of(DataSource dataSource) {
        return dataSource::getConnection;
    }
}
