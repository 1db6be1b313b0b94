package dev.migrations.cli.output;

import dev.migrations.database.LockWait;
import java.util.stream.Collectors;

/** Who keeps a script from a lock, each with the SQL that helps. */
final class BlockersText {

    private BlockersText() {}

    static String render(String place, LockWait wait) {
        return wait.sessions().stream()
                .map(session -> "\n  " + session + "\n    " + session.remedy())
                .collect(Collectors.joining("", place + ": " + wait.script() + " waits for a lock; in the way:", ""));
    }
}
