package dev.migrations.cli.workspace;

import dev.migrations.database.ConnectionSource;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** Where a database is, without any word on who asks: user and password are apart from the URL, and are never shown. */
final class DatabaseAddress {

    /** What the driver warns of here, an exception says as well. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    private final String url;
    private final Properties properties;

    private DatabaseAddress(String url, Properties properties) {
        this.url = url;
        this.properties = properties;
    }

    /**
     * Reads a URL.
     *
     * @param origin what gave it, such as {@code --url}: the URL itself may hold a password
     * @param url    {@code jdbc:postgresql:…}, {@code postgres://…} or {@code postgresql://…}
     * @throws UsageException if it is anything else
     */
    static DatabaseAddress parse(String origin, String url) {
        DRIVER_LOG.setLevel(Level.OFF);
        var jdbc = PostgresUri.isOne(url) ? PostgresUri.findJdbc(url).orElse("") : url.strip();
        var properties = jdbc.startsWith("jdbc:postgresql:") ? Driver.parseURL(jdbc, new Properties()) : null;
        if (properties == null) {
            throw UsageException.of(
                    "bad-url",
                    origin + " is not the URL of a PostgreSQL database.",
                    "write postgres://user@host:5432/database (with %40 for an @ in a name or password), or"
                            + " jdbc:postgresql://host:5432/database.");
        }
        if (jdbc.replaceFirst("\\?.*$", "").contains("@")) {
            throw UsageException.of(
                    "bad-url",
                    origin + " names a user before the host, which a jdbc: URL cannot.",
                    "write postgres://user@host:5432/database, or jdbc:postgresql://host:5432/database?user=user; the"
                            + " password is better in PGPASSWORD or --password-file.");
        }
        // the driver says what it does not understand by repeating the URL, so no password may be left in it
        return new DatabaseAddress(jdbc.replaceFirst("\\?.*$", ""), properties);
    }

    /** The same place for another role. */
    DatabaseAddress as(@Nullable String user, @Nullable String password) {
        var changed = new Properties();
        changed.putAll(properties);
        Optional.ofNullable(user).ifPresent(name -> changed.setProperty("user", name));
        Optional.ofNullable(password).ifPresent(secret -> changed.setProperty("password", secret));
        return new DatabaseAddress(url, changed);
    }

    /** The same place; where the URL says no role or password, what psql would take. */
    DatabaseAddress orDefaults(PgVariables variables) {
        return as(
                properties.containsKey("user") ? null : variables.find("PGUSER").orElse(null),
                properties.containsKey("password")
                        ? null
                        : variables.find("PGPASSWORD").orElse(null));
    }

    /** The database's name on its server; the user's name where the URL has none, as PostgreSQL does it. */
    String databaseName() {
        return Optional.ofNullable(properties.getProperty("PGDBNAME"))
                .or(() -> Optional.ofNullable(properties.getProperty("user")))
                .orElse("database");
    }

    /** Host, port and database: what tells two places apart. */
    String place() {
        return properties.getProperty("PGHOST") + ":" + properties.getProperty("PGPORT") + "/" + databaseName();
    }

    /** Its connections. */
    ConnectionSource source() {
        var own = new Properties();
        properties.forEach((key, value) -> {
            if (!String.valueOf(key).matches("PGHOST|PGPORT|PGDBNAME")) {
                own.put(key, value);
            }
        });
        return ConnectionSource.of(url, own);
    }
}
