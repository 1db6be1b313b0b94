package dev.migrations.schema;

import dev.migrations.problem.Excerpt;
import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;

/** The text of a snapshot file, which can show its lines. */
record SnapshotText(String file, String text) {

    // the line breaks of YAML 1.1
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

    SnapshotText {
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What is wrong at a place that SnakeYAML marked; its marks count characters from 0. */
    SnapshotFileException problem(String message, String hint, Mark mark) {
        return problem(message, hint, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** What is wrong at the character with this number, from 0. */
    SnapshotFileException problemAt(int character, String message, String hint) {
        var before = lines(text.substring(0, text.offsetByCodePoints(0, character)));
        var last = before[before.length - 1];
        return problem(message, hint, before.length, last.codePointCount(0, last.length()) + 1);
    }

    private SnapshotFileException problem(String message, String hint, int line, int column) {
        var lines = lines(text);
        // a terminal would obey control characters
        var shown = line <= lines.length ? lines[line - 1].replaceAll("[\\p{Cc}&&[^\t]]", "\uFFFD") : "";
        return new SnapshotFileException(Problem.of("snapshot-file", message, hint)
                .at(new SourceLocation(file, line, column))
                .showing(new Excerpt(line, column, shown)));
    }

    private static String[] lines(String text) {
        return LINE_BREAK.split(text, -1);
    }
}
