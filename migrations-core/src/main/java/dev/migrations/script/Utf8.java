package dev.migrations.script;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Which bytes are characters that PostgreSQL takes: UTF-8 as in pg_utf8_islegal (src/common/wchar.c), and no NUL. */
final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;

    private Utf8() {}

    /** The index up to which the bytes are whole, legal characters. */
    static int validUpTo(byte[] bytes, int from, int to) {
        var i = from;
        while (true) {
            while (i <= to - 8) {
                var word = (long) LONGS.get(bytes, i);
                // no byte is over 127, and none is zero
                if (((word | (word - LOW)) & HIGH) != 0) {
                    break;
                }
                i += 8;
            }
            if (i >= to) {
                return to;
            }
            var width = width(bytes, i, to);
            if (width <= 0) {
                return i;
            }
            i += width;
        }
    }

    /** Whether the bytes at the end are the beginning of a character that may still become legal. */
    static boolean isCutOff(byte[] bytes, int from, int to) {
        return from < to && width(bytes, from, to) < 0;
    }

    /** The length of the character, 0 when it is illegal, -1 when its end is not there yet. */
    private static int width(byte[] bytes, int at, int to) {
        var first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return first == 0 ? 0 : 1;
        }
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        var length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        for (var i = 1; i < length; i++) {
            if (at + i >= to) {
                return -1;
            }
            var next = bytes[at + i] & 0xFF;
            var least = i > 1 ? 0x80 : first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80; // no overlong forms
            var most =
                    i > 1 ? 0xBF : first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF; // no surrogates, no more planes
            if (next < least || next > most) {
                return 0;
            }
        }
        return length;
    }

    static int countNewlines(byte[] bytes, int from, int to) {
        var count = 0;
        var i = from;
        for (; i <= to - 8; i += 8) {
            var different = (long) LONGS.get(bytes, i) ^ NEWLINES;
            var zeros = ~(((different & ~HIGH) + ~HIGH) | different) & HIGH;
            count += Long.bitCount(zeros);
        }
        for (; i < to; i++) {
            if (bytes[i] == '\n') {
                count++;
            }
        }
        return count;
    }

    static int countCharacters(byte[] bytes, int from, int to) {
        var count = 0;
        var i = from;
        for (; i <= to - 8; i += 8) {
            var word = (long) LONGS.get(bytes, i);
            var continuations = word & ~(word << 1) & HIGH; // 10xxxxxx
            count += 8 - Long.bitCount(continuations);
        }
        for (; i < to; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                count++;
            }
        }
        return count;
    }
}
