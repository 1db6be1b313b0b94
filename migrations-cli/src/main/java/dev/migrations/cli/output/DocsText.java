package dev.migrations.cli.output;

import java.util.ArrayList;
import java.util.List;

/** What became of a reference, file by file, as lines for a terminal. */
final class DocsText {

    private DocsText() {}

    static String render(DocsAnswer answer) {
        return String.join("\n", answer.work() == DocsAnswer.Work.WRITE ? written(answer) : compared(answer));
    }

    private static List<String> written(DocsAnswer answer) {
        var lines = new ArrayList<String>();
        answer.changed().forEach(file -> lines.add("written " + answer.directory() + "/" + file));
        answer.stale().forEach(file -> lines.add("removed " + answer.directory() + "/" + file));
        lines.add(answer.isUpToDate() ? answer.directory() + " is up to date" : summary(answer));
        return lines;
    }

    private static String summary(DocsAnswer answer) {
        var same = answer.files().size() - answer.changed().size();
        return Words.count(answer.changed().size(), "file", "files") + " written, "
                + answer.stale().size() + " removed, " + same + " as before";
    }

    private static List<String> compared(DocsAnswer answer) {
        var lines = new ArrayList<String>();
        answer.changed().forEach(file -> lines.add("differs " + answer.directory() + "/" + file));
        answer.stale().forEach(file -> lines.add("stale " + answer.directory() + "/" + file));
        lines.add(
                answer.isUpToDate()
                        ? answer.directory() + " is up to date"
                        : answer.directory() + " is not up to date; the same command without --check writes it");
        return lines;
    }
}
