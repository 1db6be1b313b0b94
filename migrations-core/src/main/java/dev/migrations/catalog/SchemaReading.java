package dev.migrations.catalog;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.DatabaseUnreachableException;
import dev.migrations.database.PostgresError;
import dev.migrations.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads what a database is made of, with a fixed number of queries on one connection.
 *
 * <ol>
 *   <li>One transaction, {@code repeatable read} and read only: what changes meanwhile is not seen in half.
 *   <li>Settings of its own, an empty search path first of all: the server then writes names and values the same for everyone.
 *   <li>What an extension has made belongs to the extension, and what comes with another object to that; neither is told of.
 *   <li>The functions that write definitions look at the present and not at the snapshot. Where one misses what the snapshot
 *       has, the whole is read again.
 * </ol>
 *
 * <p>Any role that may connect can read it; only the options of user mappings are hidden from who may not use them.
 */
public final class SchemaReading {

    private static final String BEGIN = "begin isolation level repeatable read read only";

    static final String WRITE_THE_SAME_FOR_EVERYONE = """
            select set_config('search_path', '', true), set_config('quote_all_identifiers', 'off', true),
                   set_config('datestyle', 'ISO, MDY', true), set_config('intervalstyle', 'postgres', true),
                   set_config('timezone', 'UTC', true), set_config('extra_float_digits', '1', true),
                   set_config('bytea_output', 'hex', true), set_config('xmloption', 'content', true),
                   set_config('lc_monetary', 'C', true), set_config('standard_conforming_strings', 'on', true),
                   set_config('jit', 'off', true)""";

    private static final int TRIES = 5;

    /** By kind of object: no two of these lists have one in common. */
    static final List<List<CatalogQuery>> BY_KIND = List.of(
            Globals.ALL,
            OtherServers.ALL,
            Conversions.ALL,
            Stream.of(Types.ALL, TableParts.ALL).flatMap(List::stream).toList(),
            Sequences.ALL,
            Relations.ALL,
            Columns.ALL,
            Routines.ALL,
            Operators.ALL,
            TextSearch.ALL);

    static final List<CatalogQuery> QUERIES =
            BY_KIND.stream().flatMap(List::stream).toList();

    private SchemaReading() {}

    /**
     * The whole database but for the system's own schemas.
     *
     * @throws DatabaseUnreachableException if there is no connection, or it breaks
     * @throws UnsteadySchemaException      if others drop what is being read, time and again
     */
    public static SchemaSnapshot read(ConnectionSource source) {
        try (var connection = source.connect()) {
            return inOnePiece(connection, SchemaReading::readWithin);
        } catch (SQLException e) {
            throw DatabaseUnreachableException.of(e);
        }
    }

    /** What the transaction sees that is open on this connection; until it ends, it keeps the settings of a reading. */
    static SchemaSnapshot readWithin(Connection connection) throws SQLException {
        execute(connection, WRITE_THE_SAME_FOR_EVERYONE);
        var rows = new ArrayList<CatalogRow>();
        for (var query : QUERIES) {
            rows.addAll(query.rows(connection, AskedRelations.ALL));
        }
        return snapshot(connection, rows);
    }

    static SchemaSnapshot snapshot(Connection connection, List<CatalogRow> rows) throws SQLException {
        var server = connection.getMetaData();
        var version = server.getDatabaseMajorVersion() * 10_000 + server.getDatabaseMinorVersion();
        return new SchemaSnapshot(version, CatalogRow.assemble(rows));
    }

    /** In a transaction of its own, and once more where something vanishes meanwhile. */
    static SchemaSnapshot inOnePiece(Connection connection, Reading reading) throws SQLException {
        connection.setAutoCommit(true);
        for (var attempt = 1; ; attempt++) {
            execute(connection, BEGIN);
            try {
                return reading.read(connection);
            } catch (SQLException e) {
                var error = PostgresError.of(e);
                if (!Vanished.isMeantBy(error)) {
                    throw e;
                }
                if (attempt == TRIES) {
                    throw new UnsteadySchemaException(error, TRIES, e);
                }
            } finally {
                execute(connection, "rollback");
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) { // which the driver keeps, other than a plain one
            statement.execute();
        }
    }

    /** What is read within a transaction. */
    @FunctionalInterface
    interface Reading {

        SchemaSnapshot read(Connection connection) throws SQLException;
    }
}
