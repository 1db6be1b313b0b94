package dev.migrations.database;

import dev.migrations.migration.SchemaTable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** Asks, on a connection of its own, how far the index build of a history's runner is; may be asked again and again. */
public final class IndexBuildWatch implements AutoCloseable {

    private static final String SELECT_BUILD = """
            select p.relid::regclass::text as table_name, nullif(p.index_relid, 0)::regclass::text as index_name, p.phase,
                   (case when p.blocks_total > 0 then p.blocks_done * 100 / p.blocks_total
                         when p.tuples_total > 0 then p.tuples_done * 100 / p.tuples_total
                         when p.lockers_total > 0 then p.lockers_done * 100 / p.lockers_total
                    end)::integer as percent
            from pg_catalog.pg_stat_progress_create_index p
            join pg_catalog.pg_stat_activity a on a.pid = p.pid
            where p.datname = current_database() and starts_with(a.application_name, ?)
            limit 1""";

    private final Session session;

    private IndexBuildWatch(Session session) {
        this.session = session;
    }

    /**
     * Connects.
     *
     * @param table the history table of the runner
     * @throws DatabaseUnreachableException if there is no connection
     */
    public static IndexBuildWatch open(ConnectionSource source, SchemaTable table) {
        return new IndexBuildWatch(Session.open(source, table));
    }

    /**
     * The build that is under way just now.
     *
     * @throws DatabaseUnreachableException if the connection is lost
     */
    public Optional<IndexBuild> find() {
        var prefix = RunnerName.of(session.facts().table()).workingPrefix();
        try (var statement = session.connection().prepareStatement(SELECT_BUILD)) {
            statement.setString(1, prefix);
            return read(statement);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private static Optional<IndexBuild> read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            return rows.next()
                    ? Optional.of(new IndexBuild(
                            rows.getString("table_name"),
                            rows.getString("index_name"),
                            rows.getString("phase"),
                            rows.getObject("percent", Integer.class)))
                    : Optional.empty();
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
