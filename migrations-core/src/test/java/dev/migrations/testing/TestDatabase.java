package dev.migrations.testing;

import dev.migrations.database.ConnectionSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database that one test has for itself. */
public final class TestDatabase implements AutoCloseable {

    private final PostgresServer server;
    private final String name;

    TestDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Its name on the server. */
    public String name() {
        return name;
    }

    /** Its JDBC URL, user and password included. */
    public String url() {
        return server.url(name);
    }

    /** Its connections. */
    public ConnectionSource source() {
        return ConnectionSource.of(url(), null, null);
    }

    /** Runs statements, one by one. */
    public void execute(String... statements) {
        PostgresServer.executeAt(url(), statements);
    }

    /** The first column of each row, as text; {@code null} is the word. */
    public List<String> query(String sql) {
        try (var connection = PostgresServer.connect(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether there is a relation, as {@code to_regclass} finds it. */
    public boolean hasTable(String relation) {
        return query("select to_regclass('" + relation + "') is not null").equals(List.of("t"));
    }

    /** Whether this version of the server has a setting of this name. */
    public boolean hasSetting(String setting) {
        return !query("select name from pg_settings where name = '" + setting + "'")
                .isEmpty();
    }

    @Override
    public void close() {
        server.execute("drop database if exists " + name + " with (force)");
    }
}
