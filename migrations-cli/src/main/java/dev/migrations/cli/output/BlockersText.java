package dev.migrations.cli.output;

import dev.migrations.database.BlockingSession;
import java.util.List;
import java.util.stream.Collectors;

/** Who keeps a run from a lock, each with the SQL that helps. */
final class BlockersText {

    private BlockersText() {}

    static String render(String waiting, List<BlockingSession> sessions) {
        return sessions.stream()
                .map(session -> "\n  " + session + "\n    " + session.remedy())
                .collect(Collectors.joining("", waiting + " waits for a lock; in the way:", ""));
    }
}
