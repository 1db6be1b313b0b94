package dev.migrations.script;

import dev.migrations.problem.Excerpt;
import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;

/**
 * Lines and columns of a script. They are counted from a mark that never lies behind what the window keeps, and only when
 * somebody asks, so that each byte is counted once.
 */
final class ScriptPlaces {

    /** How much of a line an excerpt may hold on either side of its caret. */
    private static final int LINE = ScriptBytes.LINE;

    private final ScriptBytes bytes;
    private long mark;
    private int markLine = 1;
    private int markColumn = 1;

    ScriptPlaces(ScriptBytes bytes) {
        this.bytes = bytes;
    }

    /** The place of the mark. */
    SourceLocation marked() {
        return new SourceLocation(bytes.file(), markLine, markColumn);
    }

    /** The file's first character stands behind its byte order mark. */
    void startAt(long offset) {
        mark = offset;
    }

    /** Counts lines up to the offset for good; offsets before it cannot be located any more. */
    void moveMark(long offset) {
        if (offset <= mark) {
            return;
        }
        var buffer = bytes.buffer;
        var from = bytes.index(mark);
        var to = bytes.index(offset);
        var newlines = Utf8.countNewlines(buffer, from, to);
        if (newlines > 0) {
            from = lineStart(to, from);
            markLine += newlines;
            markColumn = 1;
        }
        markColumn += Utf8.countCharacters(buffer, from, to);
        mark = offset;
    }

    SourceLocation locate(long offset) {
        var buffer = bytes.buffer;
        var from = bytes.index(mark);
        var to = bytes.index(offset);
        var newlines = Utf8.countNewlines(buffer, from, to);
        var start = newlines > 0 ? lineStart(to, from) : from;
        var column = (newlines > 0 ? 1 : markColumn) + Utf8.countCharacters(buffer, start, to);
        return new SourceLocation(bytes.file(), markLine + newlines, column);
    }

    /** The problem with its place and its line. */
    Problem at(long offset, Problem problem) {
        return problem.at(locate(offset)).showing(excerpt(offset));
    }

    private Excerpt excerpt(long offset) {
        var buffer = bytes.buffer;
        var at = bytes.index(offset);
        var start = lineStart(at, Math.max(0, at - LINE));
        while (start < at && (buffer[start] & 0xC0) == 0x80) {
            start++;
        }
        var end = at;
        var most = Math.min(bytes.limit, at + LINE);
        while (end < most && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        while (end < bytes.limit && (buffer[end] & 0xC0) == 0x80) {
            end++;
        }
        var column = 1 + Utf8.countCharacters(buffer, start, at);
        return new Excerpt(locate(offset).line(), column, bytes.text(bytes.offsetOf(start), bytes.offsetOf(end)));
    }

    private int lineStart(int at, int least) {
        var buffer = bytes.buffer;
        var start = at;
        while (start > least && buffer[start - 1] != '\n') {
            start--;
        }
        return start;
    }
}
