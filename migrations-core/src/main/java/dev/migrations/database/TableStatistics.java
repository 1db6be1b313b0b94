package dev.migrations.database;

import dev.migrations.migration.SchemaTable;
import dev.migrations.rule.ServerVersion;
import dev.migrations.rule.TableSize;
import dev.migrations.rule.TableSizes;
import dev.migrations.script.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How large the tables of a database are, as its statistics say: asked once, in one query that waits for no lock. */
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

    private final ServerVersion server;
    private final Map<QualifiedName, TableSize> sizes;

    private TableStatistics(ServerVersion server, Map<QualifiedName, TableSize> sizes) {
        this.server = server;
        this.sizes = sizes;
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
        try (var statement = session.connection().createStatement();
                var rows = statement.executeQuery(SELECT_SIZES)) {
            var sizes = new HashMap<QualifiedName, TableSize>();
            while (rows.next()) {
                add(rows, sizes);
            }
            return new TableStatistics(ServerVersion.ofNumber(session.facts().serverVersion()), sizes);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private static void add(ResultSet row, Map<QualifiedName, TableSize> sizes) throws SQLException {
        var rows = row.getDouble("rows");
        if (Double.isNaN(rows)) {
            return; // not known is not small
        }
        var size = new TableSize((long) rows, row.getLong("bytes"));
        sizes.put(new QualifiedName(row.getString("schema"), row.getString("name")), size);
        if (row.getBoolean("visible")) {
            sizes.put(new QualifiedName(null, row.getString("name")), size);
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
}
