package dev.migrations.script;

import java.io.InputStream;
import java.util.Objects;

/**
 * The lines behind {@code COPY … FROM STDIN;} up to the line that is exactly {@code \.}, straight out of the window: never
 * held as a whole.
 *
 * <p>Where the file's own lines end in CRLF, so do the data's, and the server would see the carriage return as part of the
 * last column of a CSV row: such lines are given with LF.
 */
final class CopyData extends InputStream {

    private final ScriptBytes in;
    private final boolean carriageReturns;
    private final ScriptException unterminated;
    private boolean atLineStart = true;
    private boolean ended;
    private boolean left;
    private long start;
    private long end;

    CopyData(ScriptBytes in, boolean carriageReturns, ScriptException unterminated) {
        this.in = in;
        this.carriageReturns = carriageReturns;
        this.unterminated = unterminated;
        this.start = in.offset();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (left) {
            throw new IllegalStateException("the reader has gone on to the next statement");
        }
        if (length == 0) {
            return 0;
        }
        var count = chunk(length);
        if (count < 0) {
            return -1;
        }
        System.arraycopy(in.buffer, in.position, target, offset, count);
        in.position += count;
        return count;
    }

    /** Feeds what is left to a digest. */
    void digestInto(LineEndingDigest digest) {
        for (var count = chunk(Integer.MAX_VALUE); count >= 0; count = chunk(Integer.MAX_VALUE)) {
            digest.update(in.buffer, in.position, in.position + count);
            in.position += count;
        }
    }

    /** Passes what is left; the stream is void afterwards. */
    void leave() {
        for (var count = chunk(Integer.MAX_VALUE); count >= 0; count = chunk(Integer.MAX_VALUE)) {
            in.position += count;
        }
        left = true;
    }

    /** Where the first byte of data stands in the file. */
    long start() {
        return start;
    }

    /** Where the line {@code \.} starts in the file, once the end was reached. */
    long end() {
        return end;
    }

    /** How many bytes of data stand at the window's position; -1 at the end, and then the position is behind it. */
    private int chunk(int most) {
        while (!ended) {
            in.keepFrom(in.offset());
            if (in.peek(0) < 0) {
                throw unterminated;
            }
            if (atLineStart && passTerminator()) {
                return -1;
            }
            atLineStart = false;
            if (carriageReturns && in.peek(0) == '\r' && in.peek(1) == '\n') {
                in.position++;
                continue;
            }
            return run(most);
        }
        return -1;
    }

    private int run(int most) {
        var bytes = in.buffer;
        var from = in.position;
        var to = Math.min(in.limit, from > Integer.MAX_VALUE - most ? Integer.MAX_VALUE : from + most);
        var i = from;
        while (i < to) {
            var b = bytes[i];
            if (b == '\r' && carriageReturns && i > from) {
                break;
            }
            i++;
            if (b == '\n' && (i == to || bytes[i] == '\\')) {
                atLineStart = true;
                break;
            }
        }
        return i - from;
    }

    private boolean passTerminator() {
        if (in.peek(0) != '\\' || in.peek(1) != '.') {
            return false;
        }
        var third = in.peek(2);
        var length = third < 0 ? 2 : third == '\n' ? 3 : 0;
        if (third == '\r') {
            var fourth = in.peek(3);
            length = fourth < 0 ? 3 : fourth == '\n' ? 4 : 0;
        }
        if (length == 0) {
            return false;
        }
        end = in.offset();
        in.position += length;
        ended = true;
        return true;
    }
}
