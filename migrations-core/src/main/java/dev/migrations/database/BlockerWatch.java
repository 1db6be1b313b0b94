package dev.migrations.database;

import dev.migrations.migration.CancelBlockers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks who is in the way while a statement may wait for a lock, from a thread and a connection of its own; the connection is
 * opened once something has taken a second. What it cannot find out stops no run.
 *
 * <ol>
 *   <li>Within the first second of a piece of work, nobody looks.
 *   <li>Then it looks once in each try, at half of the time that it may wait, and once a second in a long one.
 *   <li>Between two tries nothing waits, so nobody is in the way; those seen last are remembered.
 * </ol>
 */
public final class BlockerWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BlockerWatch.class);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST_FAILURES = 3;

    private final ConnectionSource source;
    private final RunnerName runner;
    private final IdleBlockers idle;
    private final ServerListener listener;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, BlockerWatch::thread);
    private @Nullable BlockerQuestion question;
    private @Nullable ScheduledFuture<?> looks;
    private String script = "";
    private List<BlockingSession> seen = List.of();
    private long since;
    private int number;
    private volatile int failures;
    private boolean retried;
    private boolean closed;

    private BlockerWatch(ConnectionSource source, SessionFacts facts, CancelBlockers cancel, ServerListener listener) {
        this.source = source;
        this.runner = RunnerName.of(facts.table());
        this.idle = new IdleBlockers(cancel, facts.user(), listener);
        this.listener = listener;
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * A watch over what works on a session's history; opens nothing yet.
     *
     * @param source   opens the connection that it asks on
     * @param cancel   whom it may end
     * @param listener is told of waits on a thread of its own
     */
    public static BlockerWatch over(
            Session session, ConnectionSource source, CancelBlockers cancel, ServerListener listener) {
        return new BlockerWatch(source, session.facts(), cancel, listener);
    }

    /** Who keeps whoever works on a session's history from a lock just now, whichever process that is of. */
    public static List<BlockingSession> look(Session session) {
        try {
            return BlockerQuestion.on(session).ask();
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    /** A try begins. */
    synchronized void begin(String name, Duration lockTimeout) {
        stop();
        if (failures >= MOST_FAILURES) {
            return;
        }
        var now = System.nanoTime();
        script = name;
        since = retried ? since : now;
        var number = this.number;
        var first = Math.max(
                PATIENCE.toNanos() - (now - since),
                lockTimeout.isZero() ? PATIENCE.toNanos() : Math.min(PATIENCE.toNanos(), lockTimeout.toNanos() / 2));
        looks = clock.scheduleAtFixedRate(() -> look(number), first, PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** A try has failed, and another may follow. */
    synchronized void pause() {
        stop();
        retried = true;
    }

    /** No try follows. */
    synchronized void end() {
        stop();
        retried = false;
        if (!seen.isEmpty()) {
            seen = List.of();
            listener.unblocked();
        }
    }

    /** Who was in the way when somebody looked last. */
    synchronized List<BlockingSession> lastSeen() {
        return seen;
    }

    private void stop() {
        number++;
        if (looks != null) {
            looks.cancel(false);
            looks = null;
        }
    }

    private void look(int asked) {
        try {
            var asking = question();
            var found = asking.ask();
            failures = 0;
            if (!found.isEmpty() && tell(asked, found)) {
                idle.end(found, asking);
            }
        } catch (SQLException e) {
            failed(e);
        }
    }

    /** A server may end a session for being idle, and a pool may have none to spare. */
    private synchronized void failed(SQLException failure) {
        if (question != null) {
            question.close();
            question = null;
        }
        failures++;
        if (failures == MOST_FAILURES && !closed) {
            log.warn(
                    "Cannot look who is in the way: {}",
                    PostgresError.of(failure).message());
            stop();
        }
    }

    /** Says whether it is still so. */
    private synchronized boolean tell(int asked, List<BlockingSession> found) {
        if (asked != number) {
            return false;
        }
        seen = List.copyOf(found);
        listener.blocked(new LockWait(script, Duration.ofNanos(System.nanoTime() - since), seen));
        return true;
    }

    /** Opened outside the monitor: a pool may let us wait, and nobody waits for that. */
    private BlockerQuestion question() throws SQLException {
        var known = known();
        return known != null ? known : keep(BlockerQuestion.open(source, runner));
    }

    private synchronized @Nullable BlockerQuestion known() {
        return question;
    }

    private synchronized BlockerQuestion keep(BlockerQuestion opened) throws SQLException {
        if (closed) {
            opened.close();
            throw new SQLException("the run has ended", "08003");
        }
        question = opened;
        return opened;
    }

    /** No run ends before it has said whom it has ended. */
    @Override
    public void close() {
        synchronized (idle) {
            shut();
        }
    }

    private synchronized void shut() {
        stop();
        closed = true;
        clock.shutdownNow();
        if (question != null) {
            question.close();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "migrations-blockers");
        thread.setDaemon(true);
        return thread;
    }
}
