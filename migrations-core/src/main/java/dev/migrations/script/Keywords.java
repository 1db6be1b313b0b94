package dev.migrations.script;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The words that tell commands apart, found in the bytes of a script without making a string of them. */
final class Keywords {

    private static final String MORE =
            "ABORT ADD ALL ALTER AND AS ATOMIC BEGIN CALL CASE CHAIN COMMIT CONCURRENTLY CREATE DETACH DO"
                    + " DROP END EXISTS FROM FULL IF NO NOT ON ONLY PARTITION PREPARED REFRESH RENAME ROLLBACK SESSION"
                    + " START STDIN STDOUT TO UESCAPE VACUUM VERBOSE WITH WORK YES TRUE FALSE OFF"
                    + " STANDARD_CONFORMING_STRINGS PG_CATALOG SET_CONFIG";
    private static final int LONGEST = 27;
    private static final int SLOTS = 2048;
    private static final String[] WORDS = new String[SLOTS];
    private static final byte[][] LETTERS = new byte[SLOTS][];

    static {
        List.of(MORE.split(" ", -1)).forEach(Keywords::add);
        CommandTitles.words().forEach(Keywords::add);
    }

    private Keywords() {}

    /** The word in upper case, or an empty string when it is none of ours. */
    static String find(byte[] bytes, int from, int to) {
        var length = to - from;
        if (length > LONGEST) {
            return "";
        }
        var hash = hash(length, upper(bytes[from]), upper(bytes[from + length / 2]), upper(bytes[to - 1]));
        for (var slot = hash; ; slot = (slot + 1) & (SLOTS - 1)) {
            var candidate = LETTERS[slot];
            if (candidate == null) {
                return "";
            }
            if (candidate.length == length && same(candidate, bytes, from)) {
                return WORDS[slot];
            }
        }
    }

    private static boolean same(byte[] word, byte[] bytes, int from) {
        for (var i = 0; i < word.length; i++) {
            if (word[i] != upper(bytes[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static int upper(byte b) {
        return b >= 'a' && b <= 'z' ? b - 32 : b;
    }

    private static int hash(int length, int first, int middle, int last) {
        var mixed = ((first * 31 + middle) * 31 + last) * 31 + length;
        return (mixed ^ mixed >>> 11) & (SLOTS - 1);
    }

    private static void add(String word) {
        var length = word.length();
        var slot = hash(length, word.charAt(0), word.charAt(length / 2), word.charAt(length - 1));
        while (WORDS[slot] != null) {
            if (WORDS[slot].equals(word)) {
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        WORDS[slot] = word;
        LETTERS[slot] = word.getBytes(StandardCharsets.US_ASCII);
    }
}
