package dev.migrations.script;

import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A script's bytes through a window that slides over its stream.
 *
 * <ol>
 *   <li>{@code buffer[position..limit)} is legal UTF-8 that was read and not yet consumed.
 *   <li>Bytes from {@link #keep} on stay in the window; older ones may go when room is needed.
 * </ol>
 */
final class ScriptBytes {

    private static final int FIRST_WINDOW = 8 * 1024;
    private static final int WINDOW = 64 * 1024;
    private static final int LARGEST_WINDOW = 1 << 30;
    /** What is kept of the line in front of what must be kept: a message may want to show it. */
    private static final int EXCERPT = 256;

    static final int LINE = 4 * EXCERPT;

    byte[] buffer = new byte[FIRST_WINDOW];
    int position;
    int limit;

    private final String file;
    private final InputStream in;
    private final @Nullable LineEndingDigest digest;
    private final int longest;
    private final ScriptPlaces places = new ScriptPlaces(this);
    private int read;
    private boolean opened;
    private boolean ended;
    private long base;
    private long keep;
    private int largestWindow = FIRST_WINDOW;

    ScriptBytes(String file, InputStream in, @Nullable LineEndingDigest digest) {
        this(file, in, digest, longestStatement());
    }

    ScriptBytes(String file, InputStream in, @Nullable LineEndingDigest digest, int longest) {
        this.file = file;
        this.in = in;
        this.digest = digest;
        this.longest = Math.min(longest, LARGEST_WINDOW - 1);
    }

    /** A quote left open at the top of a dump must become a message, not an exhausted heap. PostgreSQL stops at 1 GB. */
    private static int longestStatement() {
        return (int)
                Math.max(4L << 20, Math.min(LARGEST_WINDOW, Runtime.getRuntime().maxMemory() / 8));
    }

    String file() {
        return file;
    }

    long offset() {
        return base + position;
    }

    int index(long offset) {
        return (int) (offset - base);
    }

    long offsetOf(int index) {
        return base + index;
    }

    /** The largest the window ever was, in bytes. */
    int largestWindow() {
        return largestWindow;
    }

    /** Nothing before this offset will be asked for again. */
    void keepFrom(long offset) {
        keep = offset;
    }

    /** Reads on; false at the end of the file. Indexes into the buffer are void afterwards, offsets are not. */
    boolean fill() {
        var had = offsetOf(limit);
        while (offsetOf(limit) == had) {
            if (opened && limit < read && (ended || !Utf8.isCutOff(buffer, limit, read))) {
                throw illegalByte();
            }
            if (ended) {
                return false;
            }
            makeRoom();
            readOnce();
            if (!opened && (read >= 3 || ended)) {
                open();
            }
            if (opened) {
                limit = Utf8.validUpTo(buffer, limit, read);
            }
        }
        return true;
    }

    /** The byte at a distance from the position, or -1 at the end of the file. */
    int peek(int distance) {
        while (position + distance >= limit) {
            if (!fill()) {
                return -1;
            }
        }
        return buffer[position + distance] & 0xFF;
    }

    /** Passes the byte at the position and all that go on with its word. */
    void passWord() {
        position++;
        while (true) {
            var bytes = buffer;
            var end = limit;
            var i = position;
            while (i < end && ByteClass.inWord(bytes[i])) {
                i++;
            }
            position = i;
            if (i < end || !fill()) {
                return;
            }
        }
    }

    private void readOnce() {
        int count;
        try {
            count = in.read(buffer, read, buffer.length - read);
        } catch (IOException e) {
            throw ScriptException.unreadable(file, e);
        }
        if (count < 0) {
            ended = true;
            return;
        }
        if (opened && digest != null) {
            digest.update(buffer, read, read + count);
        }
        read += count;
    }

    /** The byte order mark of UTF-8 is no character of the script; that of UTF-16 says that nothing here can be read. */
    private void open() {
        opened = true;
        var first = read > 1 ? (buffer[0] & 0xFF) << 8 | (buffer[1] & 0xFF) : 0;
        if (first == 0xFEFF || first == 0xFFFE) {
            if (digest != null) {
                digest.update(buffer, 0, read);
            }
            throw new ScriptException(ScriptProblems.utf16().at(new SourceLocation(file, 1, 1)));
        }
        if (read > 2 && first == 0xEFBB && (buffer[2] & 0xFF) == 0xBF) {
            position = limit = 3;
            keep = 3;
            places.startAt(3);
        }
        if (digest != null) {
            digest.update(buffer, position, read);
        }
    }

    private void makeRoom() {
        if (read < buffer.length) {
            return;
        }
        var gone = Math.max(0, index(keep) - EXCERPT);
        var kept = read - gone;
        if (kept >= longest) {
            throw new ScriptException(at(keep, ScriptProblems.statementTooLong(longest)));
        }
        var size = buffer.length;
        if (size < WINDOW) {
            size = WINDOW;
        } else if (kept > size / 2 && size < LARGEST_WINDOW) {
            size *= 2;
        }
        places.moveMark(keep);
        var target = size == buffer.length ? buffer : new byte[size];
        System.arraycopy(buffer, gone, target, 0, kept);
        buffer = target;
        largestWindow = Math.max(largestWindow, size);
        base += gone;
        position -= gone;
        limit -= gone;
        read = kept;
    }

    /** Lets the digest see the rest of the file after a defect. */
    void drain() {
        while (!ended) {
            limit = read;
            position = read;
            keep = offset();
            places.startAt(keep);
            makeRoom();
            readOnce();
        }
    }

    ScriptPlaces places() {
        return places;
    }

    /** The problem with its place and its line. */
    Problem at(long offset, Problem problem) {
        return places.at(offset, problem);
    }

    ScriptException defect(long offset, Problem problem) {
        readLine(offset);
        return new ScriptException(at(offset, problem));
    }

    private ScriptException illegalByte() {
        var offset = offsetOf(limit);
        var illegal = buffer[limit] & 0xFF;
        var problem = illegal == 0 ? ScriptProblems.nullByte(offset) : ScriptProblems.notUtf8(illegal, offset);
        return new ScriptException(at(offset, problem));
    }

    /** The rest of the line belongs to the excerpt, however small the pieces are in which the stream arrives. */
    private void readLine(long offset) {
        try {
            for (var at = offset; at - offset < LINE; at++) {
                while (index(at) >= limit) {
                    if (!fill()) {
                        return;
                    }
                }
                if (buffer[index(at)] == '\n') {
                    return;
                }
            }
        } catch (ScriptException e) {
            return; // an illegal byte further on is not what this defect is about
        }
    }

    String text(long from, long to) {
        return new String(buffer, index(from), (int) (to - from), StandardCharsets.UTF_8);
    }

    void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw ScriptException.unreadable(file, e);
        }
    }
}
