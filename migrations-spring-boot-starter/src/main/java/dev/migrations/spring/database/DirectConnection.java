package dev.migrations.spring.database;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.JdbcUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Opens connections by the driver, as a pool with the same settings would.
 *
 * @param url        the JDBC URL
 * @param properties of the driver, user and password among them; asked each time, for passwords change
 * @param place      what tells this database from others
 * @param schema     to set on each connection; null to leave it
 * @param initSql    to run on each connection; null for nothing
 */
record DirectConnection(
        String url,
        Supplier<Properties> properties,
        Map<String, String> place,
        @Nullable String schema,
        @Nullable String initSql)
        implements ConnectionSource {

    /** As the driver calls the parts of a URL. */
    private static final List<String> PLACE = List.of("PGHOST", "PGPORT", "PGDBNAME", "currentSchema", "options");

    /** The driver's own settings (pgjdbc manual, "Connection Parameters"), in seconds. */
    private static final Map<String, String> QUICK =
            Map.of("connectTimeout", "3", "loginTimeout", "4", "socketTimeout", "3", "cancelSignalTimeout", "1");

    /** What a URL says of these goes before what the properties say. */
    private static final Pattern SLOW = Pattern.compile("(?<=[?&])(" + String.join("|", QUICK.keySet()) + ")=[^&]*&?");

    static DirectConnection of(ConnectionSettings settings) {
        var properties = new Properties();
        put(properties, "user", settings.username());
        put(properties, "password", settings.password());
        return of(settings.url(), properties, null, null);
    }

    /** With settings that stay as they are. */
    static DirectConnection of(String url, Properties properties, @Nullable String schema, @Nullable String initSql) {
        return of(url, () -> properties, schema, initSql);
    }

    /** With settings that may change. */
    static DirectConnection of(
            String url, Supplier<Properties> properties, @Nullable String schema, @Nullable String initSql) {
        return new DirectConnection(url, properties, place(url, schema, initSql), schema, initSql);
    }

    /** Two users of one database share its tables, so the user makes no other place of it; what sets its schema does. */
    private static Map<String, String> place(String url, @Nullable String schema, @Nullable String initSql) {
        var place = new TreeMap<String, String>();
        var parsed = Driver.parseURL(url, null);
        if (parsed == null) {
            place.put("url", url);
        } else {
            PLACE.forEach(key -> place.put(key, String.valueOf(parsed.getProperty(key))));
        }
        place.put("schema", String.valueOf(schema));
        place.put("initSql", String.valueOf(initSql));
        return place;
    }

    @Override
    public Connection connect() throws SQLException {
        return connect(url, Map.of());
    }

    @Override
    public Optional<ConnectionSource> sibling(String database) {
        return Optional.of(of(JdbcUrl.withDatabase(url, database), properties, schema, initSql));
    }

    ApplicationDatabase named(String name) {
        var quickUrl = SLOW.matcher(url).replaceAll("");
        return new ApplicationDatabase(name, this, () -> connect(quickUrl, QUICK), place);
    }

    private Connection connect(String target, Map<String, String> more) throws SQLException {
        var all = new Properties();
        all.putAll(properties.get());
        all.putAll(more);
        var connection = DriverManager.getConnection(target, all);
        try {
            prepare(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void prepare(Connection connection) throws SQLException {
        if (schema != null) {
            connection.setSchema(schema);
        }
        if (initSql != null) {
            try (var statement = connection.createStatement()) {
                statement.execute(initSql);
            }
        }
    }

    static void put(Properties properties, String key, @Nullable String value) {
        if (value != null) {
            properties.setProperty(key, value);
        }
    }

    /** Without a password. */
    @Override
    public String toString() {
        return "DirectConnection[" + place + ", user=" + properties.get().getProperty("user") + "]";
    }
}
