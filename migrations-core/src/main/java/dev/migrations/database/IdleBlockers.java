package dev.migrations.database;

import dev.migrations.migration.CancelBlockers;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ends sessions that are in the way and do nothing, where that was asked for, and says what came of it. */
final class IdleBlockers {

    private final CancelBlockers cancel;
    private final String user;
    private final ServerListener listener;
    private final Set<Integer> refused = new HashSet<>();

    IdleBlockers(CancelBlockers cancel, String user, ServerListener listener) {
        this.cancel = cancel;
        this.user = user;
        this.listener = listener;
    }

    /** Holds its monitor from before the first is ended until all is told. */
    synchronized void end(List<BlockingSession> found, BlockerQuestion question) throws SQLException {
        if (cancel == CancelBlockers.IDLE_IN_TRANSACTION) {
            for (var session : found) {
                end(session, question);
            }
        }
    }

    private void end(BlockingSession session, BlockerQuestion question) throws SQLException {
        try {
            if (session.isIdleInTransaction() && question.endIfIdle(session)) {
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

    private static boolean isHidden(BlockingSession session) {
        return session.pid() != 0 && session.user() != null && session.state() == null;
    }

    private void refuse(BlockingSession session) {
        if (refused.add(session.pid())) {
            listener.ended(BlockerEnding.notAllowed(session, user));
        }
    }
}
