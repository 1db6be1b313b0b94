package dev.migrations.scratch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the comment on a database says of it, to a person and to the next run. */
final class ScratchMark {

    /** Of a database that its maker drops, or else the next run. */
    static final String MADE = "Scratch database of migrations";

    /** Of one that somebody wanted to keep; nobody drops it. */
    private static final String KEPT = "Kept scratch database of migrations";

    /** Of one that somebody has named for it: it is emptied, never dropped. */
    private static final String NAMED = "Named scratch database of migrations";

    private static final String EXTENSIONS = "; its own extensions: ";

    private ScratchMark() {}

    static String made(String purpose, String target, String role) {
        return MADE + stamp(purpose, target, role) + "; may be dropped when its maker is gone";
    }

    static String kept(String purpose, String target, String role) {
        return KEPT + stamp(purpose, target, role) + "; drop it when you have seen enough";
    }

    static String named(String purpose, String target, String role, List<String> extensions) {
        return NAMED + stamp(purpose, target, role) + "; emptied by each run" + EXTENSIONS
                + String.join(" ", extensions);
    }

    static boolean isNamed(String comment) {
        return comment.startsWith(NAMED);
    }

    /** The extensions that were there when the database was named. */
    static List<String> extensions(String comment) {
        var at = comment.lastIndexOf(EXTENSIONS);
        return at < 0
                ? List.of()
                : Arrays.stream(comment.substring(at + EXTENSIONS.length()).split(" "))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableList());
    }

    private static String stamp(String purpose, String target, String role) {
        return ": " + purpose + " of " + target + ", " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", by " + role
                + " (process " + ProcessHandle.current().pid() + ")";
    }
}
