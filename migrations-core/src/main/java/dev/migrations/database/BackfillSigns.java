package dev.migrations.database;

import dev.migrations.backfill.ServerSigns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks the server for signs of its load. What the role may not see is left out, not guessed. */
final class BackfillSigns {

    private static final String SELECT_RIGHTS = """
            select current_setting('archive_mode') <> 'off' as archives,
                   pg_catalog.has_function_privilege('pg_catalog.pg_ls_archive_statusdir()', 'execute') as may_look""";

    /** A standby that is idle has no lag; {@code pg_stat_replication} shows none either where the role may not look. */
    private static final String SELECT_SIGNS = """
            with tables as (
                select to_regclass(?)::oid as oid
                union
                select p.relid from pg_catalog.pg_partition_tree(to_regclass(?)) p),
            locks as (
                select l.*
                from pg_catalog.pg_locks l
                join tables t on t.oid = l.relation
                where l.database = (select oid from pg_catalog.pg_database where datname = current_database()))
            select (select extract(epoch from max(replay_lag))::float8
                    from pg_catalog.pg_stat_replication
                    where state = 'streaming') as replication_lag,
                   exists (select from locks where not granted) as waiting,
                   exists (
                       select from locks l
                       join pg_catalog.pg_stat_progress_vacuum v on v.pid = l.pid
                       where l.mode = 'ShareUpdateExclusiveLock' and l.granted) as vacuum,
                   {archive} as archive_queue,
                   (select last_failed_time > coalesce(last_archived_time, '-infinity')
                    from pg_catalog.pg_stat_archiver) as archiver_fails""";

    private static final String COUNT_READY = """
            (select count(*)::integer from pg_catalog.pg_ls_archive_statusdir() where name like '%.ready')""";

    private final Session session;
    private final BackfillKey key;
    private final boolean archives;
    private final String sql;

    private BackfillSigns(Session session, BackfillKey key, boolean archives, boolean mayLook) {
        this.session = session;
        this.key = key;
        this.archives = archives;
        this.sql = SELECT_SIGNS.replace("{archive}", archives && mayLook ? COUNT_READY : "null::integer");
    }

    static BackfillSigns of(Session session, BackfillKey key) {
        try (var statement = session.connection().createStatement();
                var rows = statement.executeQuery(SELECT_RIGHTS)) {
            rows.next();
            return new BackfillSigns(session, key, rows.getBoolean("archives"), rows.getBoolean("may_look"));
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    ServerSigns read() {
        try (var statement = session.connection().prepareStatement(sql)) {
            statement.setString(1, key.table());
            statement.setString(2, key.table());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return signs(rows);
            }
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private ServerSigns signs(ResultSet row) throws SQLException {
        return new ServerSigns(
                lag(row),
                row.getObject("archive_queue", Integer.class),
                archives && row.getBoolean("archiver_fails"),
                row.getBoolean("waiting"),
                row.getBoolean("vacuum"));
    }

    private static @Nullable Duration lag(ResultSet row) throws SQLException {
        var seconds = row.getObject("replication_lag", Double.class);
        return seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
