package dev.migrations.database;

import java.time.Duration;
import java.util.List;

/**
 * A wait for a lock that has lasted for more than a second.
 *
 * @param script   the file's name
 * @param waited   since the first try began
 * @param sessions that are in the way just now; never empty
 */
public record LockWait(String script, Duration waited, List<BlockingSession> sessions) {

    public LockWait {
        sessions = List.copyOf(sessions);
    }

    /** Their processes, by which one can tell whether the same ones are still in the way. */
    public List<Integer> pids() {
        return sessions.stream().map(BlockingSession::pid).toList();
    }
}
