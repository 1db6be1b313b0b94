package dev.migrations.database;

import dev.migrations.rule.LockMode;
import dev.migrations.trace.CatalogPicture;
import dev.migrations.trace.CatalogPicture.ColumnKey;
import dev.migrations.trace.CatalogPicture.ColumnRow;
import dev.migrations.trace.CatalogPicture.ConstraintRow;
import dev.migrations.trace.CatalogPicture.RelationRow;
import dev.migrations.trace.LockSet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Reads the catalogue as one session sees it, with what its open transaction has done so far. */
final class CatalogReading {

    /** The counts are those of the open transaction (PostgreSQL manual, "Viewing Statistics", {@code pg_stat_xact_…}). */
    private static final String SELECT_RELATIONS = """
            select c.oid::bigint, n.nspname, c.relname, c.relkind::text, c.relfilenode::bigint as file,
                   coalesce(i.indrelid, t.oid, 0)::bigint as owner,
                   pg_catalog.pg_stat_get_xact_numscans(c.oid) as scans,
                   pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)
                       + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)
                       + pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid) as changes
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_index i on i.indexrelid = c.oid
            left join pg_catalog.pg_class t on t.reltoastrelid = c.oid
            where c.oid >= 16384 and c.relkind in ('r', 'p', 'm', 'v', 'S', 'f', 'i', 'I', 't') and c.relpersistence <> 't'""";

    /** From PostgreSQL 18 on, a column may be NOT NULL for new rows only. */
    private static final String SELECT_COLUMNS = """
            select a.attrelid::bigint, a.attnum, a.attname,
                   a.attnotnull and not exists (
                       select from pg_catalog.pg_constraint k
                       where k.conrelid = a.attrelid and k.contype = 'n' and not k.convalidated
                         and k.conkey[1] = a.attnum) as not_null
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            where c.oid >= 16384 and c.relkind in ('r', 'p') and c.relpersistence <> 't'
              and a.attnum > 0 and not a.attisdropped""";

    private static final String SELECT_CONSTRAINTS = """
            select oid::bigint, conrelid::bigint, conname, convalidated
            from pg_catalog.pg_constraint
            where conrelid >= 16384 and contype in ('c', 'f')""";

    private static final String SELECT_LOCKS = """
            select relation::bigint, mode
            from pg_catalog.pg_locks
            where locktype = 'relation' and pid = pg_catalog.pg_backend_pid() and granted and relation >= 16384
              and database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())""";

    private final Connection connection;

    CatalogReading(Connection connection) {
        this.connection = connection;
    }

    CatalogPicture picture() throws SQLException {
        return new CatalogPicture(relations(), columns(), constraints());
    }

    LockSet locks() throws SQLException {
        var locks = new HashSet<LockSet.Entry>();
        each(SELECT_LOCKS, row -> locks.add(new LockSet.Entry(row.getLong(1), LockMode.ofServer(row.getString(2)))));
        return new LockSet(locks);
    }

    private Map<Long, RelationRow> relations() throws SQLException {
        var found = new HashMap<Long, RelationRow>();
        each(
                SELECT_RELATIONS,
                row -> found.put(
                        row.getLong(1),
                        new RelationRow(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4).charAt(0),
                                row.getLong("file"),
                                row.getLong("owner"),
                                row.getLong("scans"),
                                row.getLong("changes"))));
        return found;
    }

    private Map<ColumnKey, ColumnRow> columns() throws SQLException {
        var found = new HashMap<ColumnKey, ColumnRow>();
        each(
                SELECT_COLUMNS,
                row -> found.put(
                        new ColumnKey(row.getLong(1), row.getInt(2)),
                        new ColumnRow(row.getString(3), row.getBoolean(4))));
        return found;
    }

    private Map<Long, ConstraintRow> constraints() throws SQLException {
        var found = new HashMap<Long, ConstraintRow>();
        each(
                SELECT_CONSTRAINTS,
                row -> found.put(
                        row.getLong(1), new ConstraintRow(row.getLong(2), row.getString(3), row.getBoolean(4))));
        return found;
    }

    private void each(String sql, RowReader reader) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private interface RowReader {

        void read(ResultSet row) throws SQLException;
    }
}
