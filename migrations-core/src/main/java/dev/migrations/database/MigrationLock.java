package dev.migrations.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/**
 * One runner at a time on one history table.
 *
 * <ol>
 *   <li>The lock is {@code pg_try_advisory_xact_lock} in an open transaction of a connection of its own: it ends with the
 *       connection, however that ends, and a pooler in transaction mode cannot part the two.
 *   <li>A {@code SET LOCAL} follows it. It takes no snapshot, and replaces the portal that still holds the one of the
 *       {@code SELECT}; with that, {@code backend_xmin} is null and {@code CREATE INDEX CONCURRENTLY} does not wait for us.
 *   <li>Those who wait poll, and are in no transaction between two tries, for the same reason.
 *   <li>Server-side time-outs that could end the idle transaction are lifted, and TCP keepalives tell the server within a
 *       minute that a host has died without a word.
 *   <li>{@link #check} asks again before each step, so that a lost lock is noticed before the next change.
 * </ol>
 */
public final class MigrationLock implements AutoCloseable {

    private static final String TRY_LOCK = """
            set transaction isolation level read committed;
            select pg_try_advisory_xact_lock(?) as locked, set_config('application_name', ?, true);
            set local tcp_keepalives_idle = 20;
            set local tcp_keepalives_interval = 10;
            set local tcp_keepalives_count = 3;
            set local statement_timeout = 0;
            set local idle_in_transaction_session_timeout = 0""";

    /** From PostgreSQL 17 on, a transaction may have a time limit as a whole. */
    private static final String LIFT_TRANSACTION_TIMEOUT = "set local transaction_timeout = 0";

    private static final String STILL_THERE = "set local idle_in_transaction_session_timeout = 0";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Connection connection;
    private final TableName table;

    private MigrationLock(Connection connection, TableName table) {
        this.connection = connection;
        this.table = table;
    }

    /**
     * Waits for the lock, and then for sessions that a killed runner left working.
     *
     * @param source   opens the connection that will hold the lock
     * @param session  says which table and which server
     * @param patience how long to wait
     * @param waiting  is told of the holder, about once a second
     * @throws LockNotAcquiredException     if the patience is over
     * @throws DatabaseUnreachableException if the connection fails
     */
    public static MigrationLock acquire(
            ConnectionSource source, Session session, Duration patience, Consumer<LockHolder> waiting) {
        Connection connection;
        try {
            connection = source.connect();
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
        try {
            connection.unwrap(BaseConnection.class).setPrepareThreshold(0);
            var lock = new MigrationLock(connection, session.facts().table());
            lock.poll(session, new Wait(patience), waiting);
            return lock;
        } catch (SQLException e) {
            Session.closeQuietly(connection);
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        } catch (RuntimeException e) {
            Session.closeQuietly(connection);
            throw e;
        }
    }

    private void poll(Session session, Wait wait, Consumer<LockHolder> waiting) throws SQLException {
        var runner = RunnerName.of(table);
        var pause = FIRST_PAUSE;
        while (!tryLock(runner, session.facts().serverVersion())) {
            if (wait.isOver()) {
                throw new LockNotAcquiredException(table, wait.patience(), RunnerSessions.findHolder(session, runner));
            }
            if (wait.isTimeToTell()) {
                RunnerSessions.findHolder(session, runner).ifPresent(waiting);
            }
            wait.pause(pause);
            pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
        }
        RunnerSessions.endOrphans(session, runner, wait);
    }

    private boolean tryLock(RunnerName runner, int serverVersion) throws SQLException {
        connection.setAutoCommit(false);
        var sql = serverVersion >= SessionFacts.POSTGRES_17 ? TRY_LOCK + ";" + LIFT_TRANSACTION_TIMEOUT : TRY_LOCK;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, runner.key());
            statement.setString(2, runner.waiting());
            if (isLocked(statement)) {
                return true;
            }
        }
        connection.rollback();
        return false;
    }

    private static boolean isLocked(PreparedStatement statement) throws SQLException {
        var isResult = statement.execute();
        while (!isResult) {
            isResult = statement.getMoreResults();
        }
        try (var rows = statement.getResultSet()) {
            rows.next();
            return rows.getBoolean("locked");
        }
    }

    /**
     * Whether the lock is still ours; asked before each step.
     *
     * @throws LockLostException if it is not
     */
    public void check() {
        try (var statement = connection.createStatement()) {
            statement.execute(STILL_THERE);
        } catch (SQLException e) {
            throw new LockLostException(table, e);
        }
    }

    /** Who holds the lock of the session's history table just now, if anyone does. */
    public static Optional<LockHolder> findHolder(Session session) {
        try {
            return RunnerSessions.findHolder(
                    session, RunnerName.of(session.facts().table()));
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    /** Whether the lock's holder runs this script just now. */
    public static boolean isRunning(Session session, @Nullable LockHolder holder, String script) {
        return holder != null
                && RunnerName.of(session.facts().table()).working(script).equals(holder.running());
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // the connection is gone, and with it the lock
        }
        Session.closeQuietly(connection);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** A patience that runs out. */
    static final class Wait {

        private static final Duration BETWEEN_WORDS = Duration.ofSeconds(1);

        private final Duration patience;
        private final long start = System.nanoTime();
        private long lastWord = start;

        Wait(Duration patience) {
            this.patience = patience;
        }

        Duration patience() {
            return patience;
        }

        boolean isOver() {
            return System.nanoTime() - start >= patience.toNanos();
        }

        boolean isTimeToTell() {
            var now = System.nanoTime();
            if (now - lastWord < BETWEEN_WORDS.toNanos()) {
                return false;
            }
            lastWord = now;
            return true;
        }

        /** Sleeps for about the pause: with a third more or less, so that many who wait do not ask in step. */
        void pause(Duration pause) {
            var jitter = ThreadLocalRandom.current().nextDouble(0.67, 1.33);
            try {
                Thread.sleep((long) (pause.toMillis() * jitter));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WaitInterruptedException(e);
            }
        }
    }
}
