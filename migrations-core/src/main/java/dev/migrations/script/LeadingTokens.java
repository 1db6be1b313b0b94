package dev.migrations.script;

import java.util.Arrays;
import java.util.Locale;

/** The first tokens of a statement: enough to tell which command it is; remembers places, not text. */
final class LeadingTokens {

    /** More than the longest thing that is decided by them, {@code ALTER TABLE … DETACH PARTITION … CONCURRENTLY}. */
    private static final int ENOUGH = 48;

    private final ScriptBytes bytes;
    private final int most;
    private TokenKind[] kinds = new TokenKind[ENOUGH];
    private String[] keywords = new String[ENOUGH];
    private int[] starts = new int[ENOUGH];
    private int[] ends = new int[ENOUGH];
    private long origin;
    private int size;
    private int wanted;

    LeadingTokens(ScriptBytes bytes) {
        this(bytes, ENOUGH);
    }

    private LeadingTokens(ScriptBytes bytes, int most) {
        this.bytes = bytes;
        this.most = most;
        this.wanted = most;
    }

    /** All tokens of a statement's text, up to the first that does not end. */
    static LeadingTokens all(String sql) {
        var lexer = SqlLexer.of(sql);
        var tokens = new LeadingTokens(lexer.bytes(), Integer.MAX_VALUE);
        try {
            for (var kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
                tokens.add(kind, lexer.keyword(), lexer);
            }
        } catch (ScriptException e) {
            return tokens; // read with the wrong string syntax; the names that matter stand in front of any string
        }
        return tokens;
    }

    void restart(long start) {
        origin = start;
        size = 0;
        wanted = most;
    }

    boolean isFull() {
        return size >= wanted;
    }

    void add(TokenKind kind, String keyword, SqlLexer lexer) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            keywords = Arrays.copyOf(keywords, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        kinds[size] = kind;
        keywords[size] = keyword;
        starts[size] = (int) (lexer.start() - origin);
        ends[size] = (int) (lexer.end() - origin);
        size++;
        if (size <= 2) {
            wanted = Math.min(most, size == 1 ? wantedAfter(keyword(0)) : wantedAfterTwo());
        }
    }

    /** Few commands need more than their first words to be told apart. */
    private static int wantedAfter(String first) {
        return switch (first) {
            case "ALTER", "COPY", "REINDEX", "REPACK", "CLUSTER", "BEGIN", "START", "SET", "SELECT" ->
                Integer.MAX_VALUE;
            case "CREATE" -> 8;
            case "INSERT", "UPDATE", "DELETE", "COMMENT", "GRANT", "DO", "CALL", "VACUUM" -> 1;
            default -> 5;
        };
    }

    private int wantedAfterTwo() {
        var callsFunction = is(1, "SET_CONFIG") || is(1, "PG_CATALOG");
        return is(0, "SELECT") && !callsFunction ? 2 : wanted;
    }

    int size() {
        return size;
    }

    TokenKind kind(int at) {
        return at < size ? kinds[at] : TokenKind.END;
    }

    boolean isName(int at) {
        return kind(at) == TokenKind.WORD || kind(at) == TokenKind.QUOTED_NAME;
    }

    /** The word at this place when it is one that tells commands apart; else an empty string. */
    String keyword(int at) {
        return at < size ? keywords[at] : "";
    }

    boolean is(int at, String keyword) {
        return keyword(at).equals(keyword);
    }

    /** Whether these words stand here, one after the other. */
    boolean are(int at, String... keywords) {
        for (var i = 0; i < keywords.length; i++) {
            if (!is(at + i, keywords[i])) {
                return false;
            }
        }
        return true;
    }

    String text(int at) {
        return at < size ? bytes.text(origin + starts[at], origin + ends[at]) : "";
    }

    String upperText(int at) {
        return text(at).toUpperCase(Locale.ROOT);
    }

    /** The place behind a name that may be qualified: {@code a}, {@code a.b}, {@code a.b.c}. */
    int afterName(int at) {
        var next = at + 1;
        while (kind(next) == TokenKind.DOT) {
            next += 2;
        }
        return next;
    }

    /** The tokens from here on with one blank between them, so that no comment is left. */
    String textFrom(int at) {
        var text = new StringBuilder();
        for (var i = at; i < size; i++) {
            if (i > at && kind(i) != TokenKind.COMMA) {
                text.append(' ');
            }
            text.append(text(i));
        }
        return text.toString();
    }
}
