package dev.migrations.script;

import java.io.InputStream;

/** A head and then the same row over and over, made while it is read; counts how much was asked for. */
final class Rows extends InputStream {

    private static final byte[] ROW = Fixtures.utf8("1\tGröße; 'x'\t$a$\t\\N\tsome more text to make the row longer\n");

    private final byte[] head;
    private final byte[] tail;
    private final long rows;
    private long at;

    Rows(String head, long rows) {
        this(head, rows, "");
    }

    Rows(String head, long rows, String tail) {
        this.head = Fixtures.utf8(head);
        this.rows = rows;
        this.tail = Fixtures.utf8(tail);
    }

    long length() {
        return head.length + rows * ROW.length + tail.length;
    }

    long rowBytes() {
        return rows * ROW.length;
    }

    @Override
    public int read() {
        return at < length() ? byteAt(at++) & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (at == length()) {
            return -1;
        }
        var count = (int) Math.min(length, length() - at);
        for (var i = 0; i < count; i++) {
            target[offset + i] = byteAt(at + i);
        }
        at += count;
        return count;
    }

    private byte byteAt(long offset) {
        if (offset < head.length) {
            return head[(int) offset];
        }
        var inRows = offset - head.length;
        return inRows < rowBytes() ? ROW[(int) (inRows % ROW.length)] : tail[(int) (inRows - rowBytes())];
    }
}
