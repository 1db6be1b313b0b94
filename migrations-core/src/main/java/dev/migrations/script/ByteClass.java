package dev.migrations.script;

import java.util.Arrays;

/** The first question about each byte, answered by table: what can start here, and can a word go on with it. */
final class ByteClass {

    static final byte OTHER = 0;
    static final byte SPACE = 1;
    static final byte WORD = 2;
    /** A letter that may also be the prefix of a string: {@code b e n u x}. */
    static final byte PREFIX = 3;

    static final byte DIGIT = 4;
    static final byte QUOTE = 5;
    static final byte DOUBLE_QUOTE = 6;
    static final byte DOLLAR = 7;
    static final byte DASH = 8;
    static final byte SLASH = 9;
    static final byte OPERATOR = 10;
    static final byte DOT = 11;
    static final byte COLON = 12;
    static final byte SINGLE = 13;

    private static final byte[] STARTS = new byte[256];
    private static final boolean[] IN_WORD = new boolean[256];
    private static final boolean[] IN_OPERATOR = new boolean[256];
    private static final boolean[] STRUCTURAL = new boolean[256];
    private static final TokenKind[] SINGLES = new TokenKind[256];

    static {
        // \v is a blank since PostgreSQL 16; before, it is an error whatever stands around it.
        all(" \t\n\r\f\u000b", SPACE);
        for (var c = 'a'; c <= 'z'; c++) {
            STARTS[c] = STARTS[c - 32] = WORD;
        }
        all("bBeEnNuUxX", PREFIX);
        all("_", WORD);
        for (var c = 128; c < 256; c++) {
            STARTS[c] = WORD; // ident_start in scan.l takes every byte of a multi-byte character
        }
        all("0123456789", DIGIT);
        for (var c = 0; c < 256; c++) {
            IN_WORD[c] = STARTS[c] == WORD || STARTS[c] == PREFIX || STARTS[c] == DIGIT || c == '$';
        }
        all("~!@#^&|`?+*%<>=", OPERATOR);
        all("-", DASH);
        all("/", SLASH);
        "~!@#^&|`?+-*/%<>=".chars().forEach(c -> IN_OPERATOR[c] = true);
        "'\"$-/();\\".chars().forEach(c -> STRUCTURAL[c] = true);
        all("'", QUOTE);
        all("\"", DOUBLE_QUOTE);
        all("$", DOLLAR);
        all(".", DOT);
        all(":", COLON);
        all("()[],;\\", SINGLE);
        Arrays.fill(SINGLES, TokenKind.OTHER);
        SINGLES['('] = TokenKind.LEFT_PARENTHESIS;
        SINGLES[')'] = TokenKind.RIGHT_PARENTHESIS;
        SINGLES['['] = TokenKind.LEFT_BRACKET;
        SINGLES[']'] = TokenKind.RIGHT_BRACKET;
        SINGLES[','] = TokenKind.COMMA;
        SINGLES[';'] = TokenKind.SEMICOLON;
        SINGLES['\\'] = TokenKind.BACKSLASH;
    }

    private ByteClass() {}

    private static void all(String characters, byte starts) {
        characters.chars().forEach(c -> STARTS[c] = starts);
    }

    static byte starts(byte b) {
        return STARTS[b & 0xFF];
    }

    static TokenKind single(byte b) {
        return SINGLES[b & 0xFF];
    }

    static boolean inWord(byte b) {
        return IN_WORD[b & 0xFF];
    }

    /** Whether a byte between tokens can open a string, a name or a comment, or can end a statement. */
    static boolean isStructural(byte b) {
        return STRUCTURAL[b & 0xFF];
    }

    static boolean isSpace(int b) {
        return b >= 0 && STARTS[b] == SPACE;
    }

    static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    static boolean inOperator(int b) {
        return b >= 0 && IN_OPERATOR[b];
    }

    /** {@code dolq_start} and {@code dolq_cont} of scan.l: a word's characters without {@code $}. */
    static boolean inTag(int b) {
        return b >= 0 && b != '$' && IN_WORD[b];
    }
}
