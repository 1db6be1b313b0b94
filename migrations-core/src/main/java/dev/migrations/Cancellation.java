package dev.migrations;

import dev.migrations.database.Session;
import dev.migrations.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends runs from another thread, such as a shutdown hook's: the statement that runs is cancelled on the server, its
 * transaction is rolled back, nothing is begun after it, and the run fails with what was done before.
 */
public final class Cancellation {

    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final CountDownLatch requested = new CountDownLatch(1);

    /**
     * Asks the runs to end, and returns at once. A cancel that comes between two statements of a script finds nothing to
     * cancel, so ask again until the run has ended.
     */
    public void request() {
        requested.countDown();
        sessions.forEach(Session::cancelStatement);
    }

    /** Whether it was asked for. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    void watch(Session session) {
        sessions.add(session);
    }

    void forget(Session session) {
        sessions.remove(session);
    }

    /** Before something begins. */
    void check() {
        if (isRequested()) {
            throw new CancelledException(List.of(Problem.of(
                    "cancelled", "it was cancelled before the next migration began.", CancelledException.HINT)));
        }
    }

    /** Between two tries; ends at once when it is asked for. */
    void sleep(Duration pause) {
        try {
            if (requested.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                throw betweenTries("cancelled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw betweenTries("interrupted, probably by a shutdown,");
        }
    }

    private static CancelledException betweenTries(String how) {
        return new CancelledException(List.of(Problem.of(
                "cancelled",
                "it was " + how + " between two tries to get a lock; nothing of the last one was kept.",
                CancelledException.HINT)));
    }
}
