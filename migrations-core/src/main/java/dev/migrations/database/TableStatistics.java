package dev.migrations.database;

import dev.migrations.migration.SchemaTable;
import dev.migrations.rule.IndexUse;
import dev.migrations.rule.ServerVersion;
import dev.migrations.rule.TableSize;
import dev.migrations.rule.TableSizes;
import dev.migrations.script.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How large the tables of a database are, and how their indexes are used, as its statistics say: waits for no lock. */
public final class TableStatistics implements TableSizes {

    // A table that was never analysed has reltuples -1 (since 14): then the collector's count, or an empty file, tells.
    // pg_relation_size waits for an ACCESS EXCLUSIVE lock.
    private static final String SELECT_SIZES = """
            select n.nspname as schema, c.relname as name, pg_catalog.pg_table_is_visible(c.oid) as visible,
                   sum(case when l.reltuples >= 0 then greatest(l.reltuples, s.n_live_tup)
                            when s.n_live_tup > 0 then s.n_live_tup
                            when exists (
                                select from pg_catalog.pg_locks k
                                where k.relation = l.oid and k.mode = 'AccessExclusiveLock') then 'NaN'
                            when pg_catalog.pg_relation_size(l.oid) = 0 then 0
                            else 'NaN'
                       end) as rows,
                   sum(l.relpages::bigint * current_setting('block_size')::bigint) as bytes
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join lateral pg_catalog.pg_partition_tree(c.oid) p on p.isleaf
            join pg_catalog.pg_class l on l.oid = coalesce(p.relid, c.oid) and l.relkind in ('r', 'm', 'p')
            left join pg_catalog.pg_stat_all_tables s on s.relid = l.oid
            where c.relkind in ('r', 'm', 'p')
              and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            group by c.oid, n.nspname, c.relname""";

    private static final String SELECT_INDEXES = """
            select s.schemaname as schema, s.indexrelname as name, s.relname as table_name,
                   pg_catalog.pg_table_is_visible(s.indexrelid) as visible, s.idx_scan as scans
            from pg_catalog.pg_stat_user_indexes s""";

    private final ServerVersion server;
    private final Map<QualifiedName, TableSize> sizes = new HashMap<>();
    private final Map<QualifiedName, IndexUse> indexes = new HashMap<>();

    private TableStatistics(ServerVersion server) {
        this.server = server;
    }

    /**
     * Connects and asks.
     *
     * @param table the history table of the folder that is judged
     * @throws DatabaseUnreachableException if there is no connection, or it is lost
     */
    public static TableStatistics read(ConnectionSource source, SchemaTable table) {
        try (var session = Session.open(source, table)) {
            return read(session);
        }
    }

    /**
     * Asks on a session that is open.
     *
     * @throws DatabaseUnreachableException if it is lost
     */
    public static TableStatistics read(Session session) {
        var statistics =
                new TableStatistics(ServerVersion.ofNumber(session.facts().serverVersion()));
        try (var statement = session.connection().createStatement()) {
            try (var rows = statement.executeQuery(SELECT_SIZES)) {
                while (rows.next()) {
                    statistics.addSize(rows);
                }
            }
            try (var rows = statement.executeQuery(SELECT_INDEXES)) {
                while (rows.next()) {
                    statistics.addIndex(rows);
                }
            }
            return statistics;
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private void addSize(ResultSet row) throws SQLException {
        var rows = row.getDouble("rows");
        if (!Double.isNaN(rows)) { // not known is not small
            put(row, sizes, new TableSize((long) rows, row.getLong("bytes")));
        }
    }

    private void addIndex(ResultSet row) throws SQLException {
        var table = new QualifiedName(row.getString("schema"), row.getString("table_name"));
        put(row, indexes, new IndexUse(table, row.getLong("scans")));
    }

    private static <T> void put(ResultSet row, Map<QualifiedName, T> things, T thing) throws SQLException {
        things.put(new QualifiedName(row.getString("schema"), row.getString("name")), thing);
        if (row.getBoolean("visible")) {
            things.put(new QualifiedName(null, row.getString("name")), thing);
        }
    }

    /** The server's own version. */
    public ServerVersion server() {
        return server;
    }

    @Override
    public Optional<TableSize> find(QualifiedName table) {
        return Optional.ofNullable(sizes.get(table));
    }

    @Override
    public Optional<IndexUse> findIndex(QualifiedName index) {
        return Optional.ofNullable(indexes.get(index));
    }
}
