package dev.migrations.test.server;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.JdbcUrl;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to reach a database.
 *
 * @param url      a {@code jdbc:postgresql:} URL, without user and password
 * @param user     null for the driver's default, the name of who runs the tests
 * @param password null where none is needed
 */
public record DatabaseUrl(
        String url, @Nullable String user, @Nullable String password) {

    /** At the end of {@code ?a=b&user=u&c=d}, or between its parts. */
    private static final Pattern CREDENTIAL = Pattern.compile("(?<=[?&])(user|password)=[^&]*&?");

    private static final Pattern NOTHING_LEFT = Pattern.compile("[?&]$");

    /**
     * Reads a URL that may say user and password itself.
     *
     * @throws IllegalArgumentException if the PostgreSQL driver does not know such URLs; the message does not repeat it
     */
    public static DatabaseUrl parse(String url) {
        var parsed = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, new Properties()) : null;
        if (parsed == null) {
            throw new IllegalArgumentException(
                    "not the URL of a PostgreSQL database: it looks like jdbc:postgresql://localhost:5432/postgres?user=me");
        }
        var plain = NOTHING_LEFT.matcher(CREDENTIAL.matcher(url).replaceAll("")).replaceFirst("");
        return new DatabaseUrl(plain, parsed.getProperty("user"), parsed.getProperty("password"));
    }

    /** Another database of the same server, for the same role. */
    public DatabaseUrl withDatabase(String database) {
        return new DatabaseUrl(JdbcUrl.withDatabase(url, database), user, password);
    }

    /** Connections for the engine. */
    public ConnectionSource source() {
        return ConnectionSource.of(url, user, password);
    }

    /** Opens a connection each time; there is no pool. */
    public DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    /** A command that opens it, without a password. */
    public String psql() {
        var parsed = Optional.ofNullable(Driver.parseURL(url, new Properties())).orElseGet(Properties::new);
        return "psql 'postgresql://" + (user == null ? "" : user + "@") + parsed.getProperty("PGHOST", "localhost")
                + ":" + parsed.getProperty("PGPORT", "5432") + "/" + parsed.getProperty("PGDBNAME", "") + "'";
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + (user == null ? "" : " as " + user);
    }
}
