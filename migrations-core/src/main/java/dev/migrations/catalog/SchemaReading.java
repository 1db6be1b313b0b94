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

    static final List<CatalogQuery> QUERIES = Stream.of(
                    Globals.ALL,
                    OtherServers.ALL,
                    Conversions.ALL,
                    Types.ALL,
                    Sequences.ALL,
                    Relations.ALL,
                    Columns.ALL,
                    TableParts.ALL,
                    Routines.ALL,
                    Operators.ALL,
                    TextSearch.ALL)
            .flatMap(List::stream)
            .toList();

    private SchemaReading() {}

    /**
     * The whole database but for the system's own schemas.
     *
     * @throws DatabaseUnreachableException if there is no connection, or it breaks
     * @throws UnsteadySchemaException      if others drop what is being read, time and again
     */
    public static SchemaSnapshot read(ConnectionSource source) {
        try (var connection = source.connect()) {
            connection.setAutoCommit(true);
            return read(connection, 1);
        } catch (SQLException e) {
            throw DatabaseUnreachableException.of(e);
        }
    }

    private static SchemaSnapshot read(Connection connection, int attempt) throws SQLException {
        try {
            return readOnce(connection);
        } catch (SQLException e) {
            var error = PostgresError.of(e);
            if (!Vanished.isMeantBy(error)) {
                throw e;
            }
            if (attempt == TRIES) {
                throw new UnsteadySchemaException(error, TRIES, e);
            }
        }
        return read(connection, attempt + 1);
    }

    private static SchemaSnapshot readOnce(Connection connection) throws SQLException {
        execute(connection, BEGIN);
        try {
            return readWithin(connection);
        } finally {
            execute(connection, "rollback");
        }
    }

    /** What the transaction sees that is open on this connection; until it ends, it keeps the settings of a reading. */
    static SchemaSnapshot readWithin(Connection connection) throws SQLException {
        execute(connection, WRITE_THE_SAME_FOR_EVERYONE);
        var majorVersion = connection.getMetaData().getDatabaseMajorVersion();
        var rows = new ArrayList<CatalogRow>();
        for (var query : QUERIES) {
            rows.addAll(query.rows(connection, majorVersion));
        }
        var minorVersion = connection.getMetaData().getDatabaseMinorVersion();
        return new SchemaSnapshot(majorVersion * 10_000 + minorVersion, CatalogRow.assemble(rows));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
