package dev.migrations.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.core.BaseConnection;

/**
 * Asks, on another connection than the one that waits, who keeps the working session of a runner from a lock. That session is known by its
 * {@code application_name}, since behind a pooler its process is another one in each transaction.
 */
final class BlockerQuestion implements AutoCloseable {

    /** {@code pg_blocking_pids} stops the lock manager for a moment, so it is called for a session that waits only. */
    private static final String WAITING = """
            with waiting as materialized (
                select a.pid, pg_blocking_pids(a.pid) as blockers
                from pg_catalog.pg_stat_activity a
                where a.datname = current_database() and starts_with(a.application_name, ?)
                  and a.wait_event_type = 'Lock')
            """;

    /** In {@code pg_locks}, a prepared transaction has no pid; {@code pg_blocking_pids} calls it 0. */
    private static final String SELECT_BLOCKERS = WAITING + """
            , locks as materialized (select * from pg_catalog.pg_locks)
            select b.pid, a.backend_type, a.usename, a.application_name, host(a.client_addr) as client, a.state,
                   (extract(epoch from clock_timestamp() - a.xact_start) * 1000)::bigint as transaction_ms,
                   a.query_start, a.query, mode.held, wanted.relation::regclass::text as relation
            from waiting w
            cross join lateral (select distinct unnest(w.blockers) as pid) b
            left join pg_catalog.pg_stat_activity a on a.pid = b.pid
            left join lateral (select * from locks l where l.pid = w.pid and not l.granted limit 1) wanted on true
            left join lateral (
                select string_agg(distinct h.mode, ', ') as held
                from locks h
                where h.pid is not distinct from nullif(b.pid, 0) and h.locktype = wanted.locktype
                  and h.database is not distinct from wanted.database
                  and h.relation is not distinct from wanted.relation
                  and h.virtualxid is not distinct from wanted.virtualxid
                  and h.transactionid is not distinct from wanted.transactionid
                  and h.classid is not distinct from wanted.classid
                  and h.objid is not distinct from wanted.objid) mode on true
            order by a.xact_start, b.pid""";

    /** A transaction of the application may be idle for a moment between two statements: that one is not left behind. */
    private static final String TERMINATE_IDLE = WAITING + """
            select pg_terminate_backend(a.pid)
            from pg_catalog.pg_stat_activity a
            where a.pid = ? and exists (select from waiting w where a.pid = any (w.blockers))
              and a.state in ('idle in transaction', 'idle in transaction (aborted)')
              and a.state_change < clock_timestamp() - interval '1 second'""";

    /** In place of a query that the role may not see (pgstatfuncs.c). */
    private static final String HIDDEN = "<insufficient privilege>";

    private final Connection connection;
    private final RunnerName runner;

    private BlockerQuestion(Connection connection, RunnerName runner) {
        this.connection = connection;
        this.runner = runner;
    }

    static BlockerQuestion open(ConnectionSource source, RunnerName runner) throws SQLException {
        var connection = source.connect();
        try {
            connection.unwrap(BaseConnection.class).setPrepareThreshold(0);
            connection.setAutoCommit(true);
            return new BlockerQuestion(connection, runner);
        } catch (SQLException e) {
            Session.closeQuietly(connection);
            throw e;
        }
    }

    /** On a session that is there already, and that whoever opened it closes. */
    static BlockerQuestion on(Session session) {
        return new BlockerQuestion(
                session.connection(), RunnerName.of(session.facts().table()));
    }

    /** Who is in the way just now, the oldest transaction first. */
    List<BlockingSession> ask() throws SQLException {
        try (var statement = connection.prepareStatement(SELECT_BLOCKERS)) {
            statement.setString(1, runner.workingPrefix());
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<BlockingSession>();
                while (rows.next()) {
                    found.add(session(rows));
                }
                return found;
            }
        }
    }

    /** Ends a session if it is still in the way, and has been idle in its transaction for a second; says whether it was. */
    boolean endIfIdle(BlockingSession session) throws SQLException {
        try (var statement = connection.prepareStatement(TERMINATE_IDLE)) {
            statement.setString(1, runner.workingPrefix());
            statement.setInt(2, session.pid());
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static BlockingSession session(ResultSet row) throws SQLException {
        var age = Optional.ofNullable(row.getObject("transaction_ms", Long.class));
        var queryStart = Optional.ofNullable(row.getObject("query_start", OffsetDateTime.class));
        var query = Optional.ofNullable(row.getString("query")).filter(text -> !text.equals(HIDDEN));
        return new BlockingSession(
                row.getInt("pid"),
                row.getString("backend_type"),
                row.getString("usename"),
                Optional.ofNullable(row.getString("application_name")).orElse(""),
                row.getString("client"),
                row.getString("state"),
                age.map(Duration::ofMillis).orElse(null),
                queryStart.map(OffsetDateTime::toInstant).orElse(null),
                query.orElse(null),
                row.getString("held"),
                row.getString("relation"));
    }

    @Override
    public void close() {
        Session.closeQuietly(connection);
    }
}
