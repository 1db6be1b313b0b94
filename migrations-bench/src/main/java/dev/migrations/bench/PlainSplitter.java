package dev.migrations.bench;

/**
 * The measure: one pass over an array that is already in memory, knowing quotes, dollar quotes, comments and semicolons, and
 * nothing else. No escapes, no nesting, no lines, no columns, no encoding, no classification.
 */
final class PlainSplitter {

    private PlainSplitter() {}

    /** Hands out the end of each statement. */
    interface Statements {
        void statement(int start, int end);
    }

    static void split(byte[] script, Statements statements) {
        var start = 0;
        var i = 0;
        while (i < script.length) {
            switch (script[i]) {
                case '\'', '"' -> i = closing(script, i + 1, script[i]);
                case '-' -> i = at(script, i + 1) == '-' ? closing(script, i + 2, (byte) '\n') : i + 1;
                case '/' -> i = at(script, i + 1) == '*' ? endOfComment(script, i + 2) : i + 1;
                case '$' -> i = endOfDollarQuote(script, i);
                case ';' -> {
                    statements.statement(start, i);
                    start = ++i;
                }
                default -> i++;
            }
        }
    }

    private static int at(byte[] script, int i) {
        return i < script.length ? script[i] : -1;
    }

    private static int closing(byte[] script, int from, byte wanted) {
        var i = from;
        while (i < script.length && script[i] != wanted) {
            i++;
        }
        return i + 1;
    }

    private static int endOfComment(byte[] script, int from) {
        var i = from;
        while (i < script.length && !(script[i] == '*' && at(script, i + 1) == '/')) {
            i++;
        }
        return i + 2;
    }

    private static int endOfDollarQuote(byte[] script, int from) {
        var length = 1;
        while (Character.isLetterOrDigit(at(script, from + length)) || at(script, from + length) == '_') {
            length++;
        }
        if (at(script, from + length) != '$') {
            return from + 1;
        }
        length++;
        var i = from + length;
        while (i + length <= script.length && !matches(script, from, i, length)) {
            i++;
        }
        return i + length;
    }

    private static boolean matches(byte[] script, int a, int b, int length) {
        for (var i = 0; i < length; i++) {
            if (script[a + i] != script[b + i]) {
                return false;
            }
        }
        return true;
    }
}
