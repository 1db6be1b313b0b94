package dev.migrations.test;

import dev.migrations.test.template.DatabaseClone;
import dev.migrations.test.template.KeptDatabase;
import dev.migrations.test.template.TemplateDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The databases of one test, or of one class; JUnit closes it when that is over. */
final class TestDatabases implements AutoCloseable {

    private final Function<TemplateRequest, TemplateDatabase> templates;
    private final Map<TemplateRequest, DatabaseClone> copies = new LinkedHashMap<>();
    private final List<Connection> connections = new ArrayList<>();

    TestDatabases(Function<TemplateRequest, TemplateDatabase> templates) {
        this.templates = templates;
    }

    /** The one that was given before, or a new one. */
    synchronized DatabaseClone get(TemplateRequest request) {
        var given = copies.get(request);
        if (given != null) {
            return given;
        }
        var made = templates.apply(request).clone();
        copies.put(request, made);
        return made;
    }

    /** A connection that is closed with the test. */
    synchronized Connection connect(DatabaseClone database) throws SQLException {
        var connection = database.source().connect();
        connections.add(connection);
        return connection;
    }

    /** They stay, for a look; the failure says where they are. */
    synchronized void keep(String test, Throwable failure) {
        copies.values().forEach(database -> KeptDatabase.tell(database, test, failure));
    }

    @Override
    public synchronized void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
        copies.values().forEach(DatabaseClone::close);
    }
}
