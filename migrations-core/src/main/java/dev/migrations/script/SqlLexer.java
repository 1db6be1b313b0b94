package dev.migrations.script;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's scanner (src/backend/parser/scan.l, and src/fe_utils/psqlscan.l for what psql does with it) over a stream of
 * UTF-8: each call of {@link #next()} passes the blanks and comments in front of one token, and the token.
 *
 * <p>A token is a pair of offsets; nothing is allocated for it. The longest match wins, as in flex, so that
 * {@code a$b$c} is one word, {@code $1$a$b$a$} is a parameter and a string, and {@code +--} is an operator and a comment.
 */
public final class SqlLexer {

    /** Hears of line comments, which are no tokens. */
    interface LineComments {
        void passed(long start, long end);
    }

    private final ScriptBytes in;
    private final @Nullable LineComments comments;
    private final QuotedText quoted;
    private final PlainTokens plain;
    private StringSyntax plainStrings = StringSyntax.STANDARD;
    private boolean holding;
    private TokenKind kind = TokenKind.END;
    private long start;
    private long end;
    private long behindTokens;
    private long passed;

    SqlLexer(ScriptBytes in, @Nullable LineComments comments) {
        this.in = in;
        this.comments = comments;
        this.quoted = new QuotedText(in);
        this.plain = new PlainTokens(in);
    }

    /** A lexer over text that is already there, such as one statement. */
    public static SqlLexer of(String sql) {
        var bytes = sql.getBytes(StandardCharsets.UTF_8);
        var lexer =
                new SqlLexer(new ScriptBytes("sql", new ByteArrayInputStream(bytes), null, Integer.MAX_VALUE), null);
        lexer.hold();
        return lexer;
    }

    /** How plain strings that come from here on are read. */
    public void plainStrings(StringSyntax syntax) {
        plainStrings = syntax;
    }

    /** Where the current token starts, in UTF-8 bytes from the start of the file. */
    public long start() {
        return start;
    }

    /** Where the current token ends, in UTF-8 bytes from the start of the file. */
    public long end() {
        return end;
    }

    /** The current token as it is written. */
    public String text() {
        return in.text(start, end);
    }

    /** The current token in upper case when it is a word that this package knows, else empty; allocates nothing. */
    String keyword() {
        return kind == TokenKind.WORD ? Keywords.find(in.buffer, in.index(start), in.index(end)) : "";
    }

    ScriptBytes bytes() {
        return in;
    }

    /** From here on the bytes are kept, until {@link #release()}. */
    void hold() {
        holding = true;
    }

    void release() {
        holding = false;
    }

    /**
     * Goes on to the next token.
     *
     * @throws ScriptException if a string, a quoted name or a comment is never closed, or a byte is not UTF-8
     */
    public TokenKind next() {
        while (true) {
            skipSpace();
            start = in.offset();
            if (!holding) {
                in.keepFrom(start);
            }
            if (in.position == in.limit && !in.fill()) {
                end = start;
                kind = TokenKind.END;
                return kind;
            }
            if (!skipComment()) {
                kind = token(in.buffer[in.position]);
                end = in.offset();
                return kind;
            }
        }
    }

    /**
     * Goes on to the next token that can matter to a statement's end: a parenthesis, a semicolon, a backslash or the end.
     * Sees the same tokens as {@link #next()}, but does not stop at each.
     */
    TokenKind nextStructural() {
        behindTokens = end;
        passed = in.offset();
        while (true) {
            skipPlain();
            var here = in.offset();
            if (in.position == in.limit) {
                endTokensBefore(here);
                start = end = here;
                return TokenKind.END;
            }
            var first = in.buffer[in.position];
            start = here;
            switch (ByteClass.starts(first)) {
                case ByteClass.QUOTE, ByteClass.DOUBLE_QUOTE, ByteClass.DOLLAR -> {
                    backToWord(first);
                    token(in.buffer[in.position]);
                    behindTokens = passed = in.offset();
                }
                case ByteClass.SINGLE -> {
                    endTokensBefore(here);
                    in.position++;
                    end = in.offset();
                    return ByteClass.single(first);
                }
                default -> { // - or /
                    if (skipComment()) {
                        endTokensBefore(here);
                        passed = in.offset();
                    } else {
                        in.position++;
                    }
                }
            }
        }
    }

    /** Where the last token before the one that {@link #nextStructural()} stopped at ends. */
    long behindTokens() {
        return behindTokens;
    }

    private void skipPlain() {
        while (true) {
            var bytes = in.buffer;
            var limit = in.limit;
            var i = in.position;
            while (i < limit && !ByteClass.isStructural(bytes[i])) {
                i++;
            }
            in.position = i;
            if (i < limit || !in.fill()) {
                return;
            }
        }
    }

    /** Everything between the last known end and here is tokens and blanks. */
    private void endTokensBefore(long here) {
        var least = in.index(passed);
        var i = in.index(here);
        while (i > least && ByteClass.starts(in.buffer[i - 1]) == ByteClass.SPACE) {
            i--;
        }
        if (i > least) {
            behindTokens = in.offsetOf(i);
        }
    }

    /** A quote may belong to the word in front of it ({@code E'…'}), and so may a {@code $}: that word is then read again. */
    private void backToWord(byte first) {
        var least = in.index(passed);
        var i = in.position;
        var before = i > least ? in.buffer[i - 1] : (byte) ' ';
        var prefixed = first == '$' || before == '&' || (first == '\'' && ByteClass.starts(before) == ByteClass.PREFIX);
        if (!prefixed) {
            return;
        }
        if (before == '&') {
            i--;
        }
        while (i > least && ByteClass.inWord(in.buffer[i - 1])) {
            i--;
        }
        in.position = i;
        start = in.offset();
    }

    private void skipSpace() {
        while (true) {
            var bytes = in.buffer;
            var limit = in.limit;
            var i = in.position;
            while (i < limit && ByteClass.starts(bytes[i]) == ByteClass.SPACE) {
                i++;
            }
            in.position = i;
            if (i < limit) {
                return;
            }
            if (!holding) {
                in.keepFrom(in.offset());
            }
            if (!in.fill()) {
                return;
            }
        }
    }

    /** Passes the comment that starts at the position, if one does. */
    boolean passComment() {
        start = in.offset();
        return skipComment();
    }

    private boolean skipComment() {
        var first = in.buffer[in.position];
        if (first == '-' && in.peek(1) == '-') {
            quoted.lineComment();
            if (comments != null) {
                comments.passed(start, in.offset());
            }
            return true;
        }
        if (first == '/' && in.peek(1) == '*') {
            quoted.blockComment(start);
            return true;
        }
        return false;
    }

    private TokenKind token(byte first) {
        return switch (ByteClass.starts(first)) {
            case ByteClass.WORD -> word();
            case ByteClass.PREFIX -> prefixed(first);
            case ByteClass.DIGIT -> plain.number();
            case ByteClass.QUOTE -> quoted.string(start, plainStrings == StringSyntax.BACKSLASH_ESCAPES, true);
            case ByteClass.DOUBLE_QUOTE -> quoted.quotedName(start);
            case ByteClass.DOLLAR -> dollar();
            case ByteClass.DASH, ByteClass.SLASH, ByteClass.OPERATOR -> plain.operator();
            case ByteClass.DOT -> plain.dot();
            case ByteClass.COLON -> plain.colon();
            default -> {
                in.position++;
                yield ByteClass.single(first);
            }
        };
    }

    private TokenKind word() {
        in.passWord();
        return TokenKind.WORD;
    }

    /** A letter right before a quote says what kind of string it is; the same letter at the end of a longer word does not. */
    private TokenKind prefixed(byte first) {
        var second = in.peek(1);
        if (second == '\'') {
            switch (first) {
                case 'e', 'E' -> {
                    in.position++;
                    return quoted.string(start, true, true);
                }
                case 'n', 'N' -> {
                    in.position++; // N'…' is a plain string behind a key word of its own
                    return quoted.string(start, plainStrings == StringSyntax.BACKSLASH_ESCAPES, true);
                }
                case 'b', 'B', 'x', 'X' -> {
                    in.position++;
                    return quoted.string(start, false, false);
                }
                default -> {
                    return word();
                }
            }
        }
        if (second == '&' && (first == 'u' || first == 'U')) {
            var third = in.peek(2);
            if (third == '\'') {
                in.position += 2;
                return quoted.string(start, false, true);
            }
            if (third == '"') {
                in.position += 2;
                return quoted.quotedName(start);
            }
        }
        return word();
    }

    private TokenKind dollar() {
        var length = 1;
        var next = in.peek(1);
        if (ByteClass.isDigit(next)) {
            return plain.parameter();
        }
        while (ByteClass.inTag(next)) {
            length++;
            next = in.peek(length);
        }
        if (next != '$') {
            in.position++; // dolqfailed: the $ stands alone, and what follows is read anew
            return TokenKind.OTHER;
        }
        return quoted.dollarQuoted(start, length + 1);
    }
}
