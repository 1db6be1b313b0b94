package dev.migrations;

import dev.migrations.database.Session;
import dev.migrations.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends runs from another thread, such as a shutdown hook's: the statement that runs is cancelled on the server, its
 * transaction is rolled back, nothing is begun after it, and the run fails with what was done before.
 */
public final class Cancellation {

    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean requested;

    /**
     * Asks the runs to end, and returns at once. A cancel that comes between two statements of a script finds nothing to
     * cancel, so ask again until the run has ended.
     */
    public void request() {
        requested = true;
        sessions.forEach(Session::cancelStatement);
    }

    /** Whether it was asked for. */
    public boolean isRequested() {
        return requested;
    }

    void watch(Session session) {
        sessions.add(session);
    }

    void forget(Session session) {
        sessions.remove(session);
    }

    /** Before something begins. */
    void check() {
        if (requested) {
            throw new CancelledException(List.of(Problem.of(
                    "cancelled", "it was cancelled before the next migration began.", CancelledException.HINT)));
        }
    }
}
