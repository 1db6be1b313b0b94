package dev.migrations.catalog;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.DatabaseUnreachableException;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads what a database is made of, with a fixed number of queries on one connection.
 *
 * <ol>
 *   <li>One transaction, {@code repeatable read} and read only: what changes meanwhile is not seen in half.
 *   <li>An empty search path: the server then writes every name with its schema.
 *   <li>What an extension has made belongs to the extension, and is not told of.
 * </ol>
 */
public final class SchemaReading {

    private static final String BEGIN = "begin isolation level repeatable read read only";
    private static final String QUALIFY_NAMES = "set local search_path = ''";

    private static final List<CatalogQuery> QUERIES = List.of(
            Relations.SCHEMAS, Relations.RELATIONS, Relations.COLUMNS, Relations.CONSTRAINTS, Relations.INDEXES);

    private SchemaReading() {}

    /**
     * The whole database but for the system's own schemas.
     *
     * @throws DatabaseUnreachableException if there is no connection, or it breaks
     */
    public static SchemaSnapshot read(ConnectionSource source) {
        try (var connection = source.connect()) {
            connection.setAutoCommit(true);
            execute(connection, BEGIN);
            try {
                execute(connection, QUALIFY_NAMES);
                var rows = new ArrayList<CatalogRow>();
                for (var query : QUERIES) {
                    rows.addAll(query.rows(connection));
                }
                return snapshot(connection, rows);
            } finally {
                execute(connection, "rollback");
            }
        } catch (SQLException e) {
            throw DatabaseUnreachableException.of(e);
        }
    }

    private static SchemaSnapshot snapshot(Connection connection, List<CatalogRow> rows) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion() * 10_000
                + connection.getMetaData().getDatabaseMinorVersion();
        var parts = rows.stream()
                .filter(row -> row.name().kind().isPart())
                .collect(Collectors.groupingBy(
                        row -> new Whole(row.name().schema(), row.name().relation())));
        return new SchemaSnapshot(
                version,
                rows.stream()
                        .filter(row -> !row.name().kind().isPart())
                        .map(row -> object(row, parts))
                        .toList());
    }

    private static SchemaObject object(CatalogRow row, Map<Whole, List<CatalogRow>> parts) {
        var mine = parts.getOrDefault(new Whole(row.name().schema(), row.name().name()), List.of());
        return new SchemaObject(
                row.name(),
                row.attributes(),
                mine.stream()
                        .map(part -> new SchemaObject(part.name(), part.attributes(), List.of()))
                        .toList());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a part belongs to: relations and types share their names. */
    private record Whole(String schema, String name) {}
}
