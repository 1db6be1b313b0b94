package dev.migrations.database;

import org.jspecify.annotations.Nullable;

/**
 * What came of ending a session that was in the way, as {@code cancel-blockers} asks.
 *
 * @param session what was to be ended
 * @param refusal why it could not be; null where it was ended
 */
public record BlockerEnding(
        BlockingSession session, @Nullable String refusal) {

    static BlockerEnding done(BlockingSession session) {
        return new BlockerEnding(session, null);
    }

    static BlockerEnding notAllowed(BlockingSession session, String user) {
        return new BlockerEnding(
                session,
                "the role may not end it: grant pg_signal_backend, pg_read_all_stats to \"" + user.replace("\"", "\"\"")
                        + "\";");
    }

    @Override
    public String toString() {
        return refusal == null
                ? "ended pid " + session.pid() + ", as cancel-blockers asks: " + session
                : "could not end pid " + session.pid() + ", as cancel-blockers asks: " + refusal;
    }
}
