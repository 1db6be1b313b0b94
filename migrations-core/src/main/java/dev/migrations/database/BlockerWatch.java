package dev.migrations.database;

import dev.migrations.migration.CancelBlockers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final String user;
    private final CancelBlockers cancel;
    private final ServerListener listener;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, BlockerWatch::thread);
    private final Set<Integer> refused = new HashSet<>();
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
        this.user = facts.user();
        this.cancel = cancel;
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
            var found = question().ask();
            failures = 0;
            if (!found.isEmpty() && tell(asked, found) && cancel == CancelBlockers.IDLE_IN_TRANSACTION) {
                end(found);
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

    private void end(List<BlockingSession> found) throws SQLException {
        for (var session : found) {
            try {
                if (session.isIdleInTransaction() && question().endIfIdle(session)) {
                    listener.ended(BlockerEnding.done(session));
                } else if (isHidden(session)) {
                    refuse(session);
                }
            } catch (SQLException e) {
                if (!PostgresError.of(e).isRightMissing()) {
                    throw e;
                }
                refuse(session);
            }
        }
    }

    private static boolean isHidden(BlockingSession session) {
        return session.pid() != 0 && session.user() != null && session.state() == null;
    }

    private void refuse(BlockingSession session) {
        if (refused.add(session.pid())) {
            listener.ended(BlockerEnding.notAllowed(session, user));
        }
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

    @Override
    public synchronized void close() {
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
