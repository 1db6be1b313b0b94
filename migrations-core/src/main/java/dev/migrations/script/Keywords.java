package dev.migrations.script;

import java.util.List;

/** The words that tell commands apart, found in the bytes of a script without making a string of them. */
final class Keywords {

    private static final String MORE =
            "ABORT ADD ALL ALTER AND AS ATOMIC BEGIN CALL CASE CHAIN COMMIT CONCURRENTLY CREATE DETACH DO"
                    + " DROP END EXISTS FROM FULL IF NO NOT ON ONLY PARTITION PREPARED REFRESH RENAME ROLLBACK SESSION"
                    + " START STDIN STDOUT TO UESCAPE VACUUM VERBOSE WITH WORK YES TRUE FALSE OFF"
                    + " STANDARD_CONFORMING_STRINGS PG_CATALOG SET_CONFIG";
    private static final int LONGEST = 27;
    private static final String[] TABLE = new String[2048];

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
        var hash = 0;
        for (var i = from; i < to; i++) {
            hash = 31 * hash + upper(bytes[i]);
        }
        for (var slot = slot(hash); ; slot = (slot + 1) & (TABLE.length - 1)) {
            var candidate = TABLE[slot];
            if (candidate == null) {
                return "";
            }
            if (candidate.length() == length && same(candidate, bytes, from)) {
                return candidate;
            }
        }
    }

    private static boolean same(String word, byte[] bytes, int from) {
        for (var i = 0; i < word.length(); i++) {
            if (word.charAt(i) != upper(bytes[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static int upper(byte b) {
        return b >= 'a' && b <= 'z' ? b - 32 : b;
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 11) & (TABLE.length - 1);
    }

    private static void add(String word) {
        var slot = slot(word.hashCode()); // String.hashCode is the same polynomial for ASCII
        while (TABLE[slot] != null) {
            if (TABLE[slot].equals(word)) {
                return;
            }
            slot = (slot + 1) & (TABLE.length - 1);
        }
        TABLE[slot] = word;
    }
}
