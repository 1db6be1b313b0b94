package dev.migrations.spring.database;

import dev.migrations.database.ConnectionSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections by the driver, as a pool with the same settings would.
 *
 * @param url        the JDBC URL
 * @param properties of the driver, user and password among them; asked each time, for passwords change
 * @param place      what else tells this database from others: user and schema
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
        return of(url, () -> properties, properties.getProperty("user"), schema, initSql);
    }

    /** With settings that may change; the user is the one of now. */
    static DirectConnection of(
            String url,
            Supplier<Properties> properties,
            @Nullable String user,
            @Nullable String schema,
            @Nullable String initSql) {
        var place = new TreeMap<String, String>();
        place.put("url", url);
        place.put("user", String.valueOf(user));
        place.put("schema", String.valueOf(schema));
        place.put("initSql", String.valueOf(initSql));
        return new DirectConnection(url, properties, place, schema, initSql);
    }

    @Override
    public Connection connect() throws SQLException {
        return connect(url, Map.of());
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
        return "DirectConnection[user=" + place.get("user") + "]";
    }
}
