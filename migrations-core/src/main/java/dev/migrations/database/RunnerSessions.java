package dev.migrations.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The sessions of the runners of one history table, as {@code pg_stat_activity} shows them. */
final class RunnerSessions {

    private static final String SELECT_HOLDER = """
            select a.pid, a.usename, a.application_name, host(a.client_addr) as host, a.xact_start,
                   (select w.application_name
                    from pg_catalog.pg_stat_activity w
                    where w.datname = current_database() and starts_with(w.application_name, ?)
                      and w.state is distinct from 'idle'
                    limit 1) as running
            from pg_catalog.pg_locks l
            join pg_catalog.pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
              and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
              and l.classid = ?::bigint::oid and l.objid = ?::bigint::oid""";

    /**
     * A pooler's idle server connection may still bear the name of its last client, so only busy ones count. A session of a
     * role that we may not end is waited for.
     */
    private static final String TERMINATE_ORPHANS = """
            select pid, case when pg_has_role(usesysid, 'member') then pg_terminate_backend(pid) end
            from pg_catalog.pg_stat_activity
            where datname = current_database() and starts_with(application_name, ?)
              and state is distinct from 'idle' and pid <> pg_backend_pid()""";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private RunnerSessions() {}

    static Optional<LockHolder> findHolder(Session session, RunnerName runner) throws SQLException {
        try (var statement = session.connection().prepareStatement(SELECT_HOLDER)) {
            statement.setString(1, runner.workingPrefix());
            statement.setLong(2, runner.classId());
            statement.setLong(3, runner.objectId());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(holder(rows)) : Optional.empty();
            }
        }
    }

    /**
     * Ends the sessions that a killed runner left working, and waits until they are gone. Whoever holds the lock may: a
     * session that works without it has lost its runner, or its right to go on; and before it is gone, an index that it
     * still builds could not be told from one that it left invalid.
     */
    static void endOrphans(Session session, RunnerName runner, MigrationLock.Wait wait) throws SQLException {
        try (var statement = session.connection().prepareStatement(TERMINATE_ORPHANS)) {
            statement.setString(1, runner.workingPrefix());
            while (hasRow(statement.executeQuery())) {
                if (wait.isOver()) {
                    throw new LockNotAcquiredException(
                            session.facts().table(), wait.patience(), findHolder(session, runner));
                }
                wait.pause(BETWEEN_LOOKS);
            }
        }
    }

    private static boolean hasRow(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next();
        }
    }

    private static LockHolder holder(ResultSet row) throws SQLException {
        var since = row.getObject("xact_start", OffsetDateTime.class);
        return new LockHolder(
                row.getInt("pid"),
                row.getString("usename"),
                row.getString("application_name"),
                row.getString("host"),
                since == null ? null : since.toInstant(),
                row.getString("running"));
    }
}
