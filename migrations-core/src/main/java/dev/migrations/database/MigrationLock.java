package dev.migrations.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One runner at a time on one history table.
 *
 * <ol>
 *   <li>The lock is a {@link SnapshotFreeLock} in a connection of its own.
 *   <li>Those who wait poll, and are in no transaction between two tries: a waiter inside a statement has a snapshot.
 *   <li>{@link #check} asks again before each step, so that a lost lock is noticed before the next change.
 * </ol>
 */
public final class MigrationLock implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final SnapshotFreeLock lock;
    private final TableName table;

    private MigrationLock(SnapshotFreeLock lock, TableName table) {
        this.lock = lock;
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
        SnapshotFreeLock held;
        try {
            held = SnapshotFreeLock.connect(source);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
        try {
            var lock = new MigrationLock(held, session.facts().table());
            lock.poll(session, new Wait(patience), waiting);
            return lock;
        } catch (SQLException e) {
            held.close();
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private void poll(Session session, Wait wait, Consumer<LockHolder> waiting) throws SQLException {
        var runner = RunnerName.of(table);
        var pause = FIRST_PAUSE;
        while (!lock.tryAcquire(runner.key(), runner.waiting())) {
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

    /**
     * Whether the lock is still ours; asked before each step.
     *
     * @throws LockLostException if it is not
     */
    public void check() {
        try {
            lock.check();
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
        lock.close();
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
