package dev.migrations.database;

import dev.migrations.trace.RelationFigures;
import dev.migrations.trace.TracedRelation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Asks how large and busy tables are. */
public final class TableFigures {

    /** Of a partitioned table, the sum of its partitions; {@code reltuples} is -1 before the first ANALYZE. */
    private static final String SELECT_FIGURES = """
            select (case when bool_or(c.reltuples < 0 and coalesce(s.n_live_tup, 0) = 0
                                      and pg_catalog.pg_relation_size(c.oid) > 0) then -1
                         else coalesce(sum(case when c.reltuples < 0 then s.n_live_tup else c.reltuples end)
                                       filter (where c.relkind <> 'p'), 0) end)::bigint as rows,
                   sum(pg_catalog.pg_total_relation_size(c.oid))::bigint as bytes,
                   coalesce(sum(s.seq_scan + coalesce(s.idx_scan, 0)), 0)::bigint as reads,
                   coalesce(sum(s.n_tup_ins + s.n_tup_upd + s.n_tup_del), 0)::bigint as writes,
                   (select extract(epoch from pg_catalog.clock_timestamp() - d.stats_reset)
                    from pg_catalog.pg_stat_database d
                    where d.datname = pg_catalog.current_database())::bigint as seconds
            from (select r.oid as root from pg_catalog.pg_class r where r.oid = pg_catalog.to_regclass(?)) top
            cross join lateral (
                select relid from pg_catalog.pg_partition_tree(top.root) where isleaf
                union
                select top.root) leaves (relid)
            join pg_catalog.pg_class c on c.oid = leaves.relid
            left join pg_catalog.pg_stat_all_tables s on s.relid = c.oid
            having count(*) > 0""";

    private TableFigures() {}

    /**
     * The figures of those relations that are there.
     *
     * @throws DatabaseUnreachableException if the connection fails
     */
    public static Map<TracedRelation, RelationFigures> read(Session session, Collection<TracedRelation> relations) {
        var figures = new HashMap<TracedRelation, RelationFigures>();
        try (var statement = session.connection().prepareStatement(SELECT_FIGURES)) {
            for (var relation : relations) {
                statement.setString(1, new TableName(relation.schema(), relation.name()).quoted());
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) {
                        figures.put(relation, figures(rows));
                    }
                }
            }
            return figures;
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private static RelationFigures figures(ResultSet row) throws SQLException {
        var seconds = row.getObject("seconds", Long.class);
        return new RelationFigures(
                row.getLong("rows"),
                row.getLong("bytes"),
                row.getLong("reads"),
                row.getLong("writes"),
                seconds == null ? null : Duration.ofSeconds(seconds));
    }
}
