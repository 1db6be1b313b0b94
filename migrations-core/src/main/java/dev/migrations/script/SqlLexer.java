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
            skipLineComment();
            return true;
        }
        if (first == '/' && in.peek(1) == '*') {
            skipBlockComment();
            return true;
        }
        return false;
    }

    private void skipLineComment() {
        in.position += 2;
        while (true) {
            var bytes = in.buffer;
            var limit = in.limit;
            var i = in.position;
            while (i < limit && bytes[i] != '\n' && bytes[i] != '\r') {
                i++;
            }
            in.position = i;
            if (i < limit || !in.fill()) {
                break;
            }
        }
        if (comments != null) {
            comments.passed(start, in.offset());
        }
    }

    /** Block comments nest, as the SQL standard wants it. */
    private void skipBlockComment() {
        in.position += 2;
        var depth = 1;
        while (depth > 0) {
            var bytes = in.buffer;
            var limit = in.limit;
            var i = in.position;
            while (i < limit && bytes[i] != '*' && bytes[i] != '/') {
                i++;
            }
            in.position = i;
            var first = in.peek(0);
            var second = in.peek(1);
            if (second < 0) {
                throw in.defect(start, ScriptProblems.unterminatedComment());
            }
            if (first == '*' && second == '/') {
                depth--;
                in.position += 2;
            } else if (first == '/' && second == '*') {
                depth++;
                in.position += 2;
            } else {
                in.position++;
            }
        }
    }

    private TokenKind token(byte first) {
        return switch (ByteClass.starts(first)) {
            case ByteClass.WORD -> word();
            case ByteClass.PREFIX -> prefixed(first);
            case ByteClass.DIGIT -> number();
            case ByteClass.QUOTE -> string(plainStrings == StringSyntax.BACKSLASH_ESCAPES, true);
            case ByteClass.DOUBLE_QUOTE -> quotedName();
            case ByteClass.DOLLAR -> dollar();
            case ByteClass.DASH, ByteClass.SLASH, ByteClass.OPERATOR -> operator();
            case ByteClass.DOT -> dot();
            case ByteClass.COLON -> colon();
            default -> {
                in.position++;
                yield ByteClass.single(first);
            }
        };
    }

    private TokenKind word() {
        in.position++;
        while (true) {
            var bytes = in.buffer;
            var limit = in.limit;
            var i = in.position;
            while (i < limit && ByteClass.inWord(bytes[i])) {
                i++;
            }
            in.position = i;
            if (i < limit || !in.fill()) {
                return TokenKind.WORD;
            }
        }
    }

    /** A letter right before a quote says what kind of string it is; the same letter at the end of a longer word does not. */
    private TokenKind prefixed(byte first) {
        var second = in.peek(1);
        if (second == '\'') {
            switch (first) {
                case 'e', 'E' -> {
                    in.position++;
                    return string(true, true);
                }
                case 'n', 'N' -> {
                    in.position++; // N'…' is a plain string behind a key word of its own
                    return string(plainStrings == StringSyntax.BACKSLASH_ESCAPES, true);
                }
                case 'b', 'B', 'x', 'X' -> {
                    in.position++;
                    return string(false, false);
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
                return string(false, true);
            }
            if (third == '"') {
                in.position += 2;
                return quotedName();
            }
        }
        return word();
    }

    /**
     * A string from its opening quote on, with all its continuations: after its closing quote, blanks with at least one
     * newline among them and another quote go on with the same string, in the same syntax (quotecontinue in scan.l).
     */
    private TokenKind string(boolean escapes, boolean doubling) {
        var quote = in.offset();
        in.position++;
        while (true) {
            if (escapes) {
                seekQuoteOrBackslash();
            } else {
                seek('\'');
            }
            if (in.position == in.limit) {
                throw unterminatedString(quote, escapes);
            }
            if (in.buffer[in.position] == '\\') {
                if (in.peek(1) < 0) {
                    throw unterminatedString(quote, true);
                }
                in.position += 2;
                continue;
            }
            in.position++;
            if (doubling && in.peek(0) == '\'') {
                in.position++;
            } else if (continues()) {
                quote = in.offset() - 1;
            } else {
                return TokenKind.STRING;
            }
        }
    }

    private ScriptException unterminatedString(long quote, boolean escapes) {
        return in.defect(quote == start + 1 ? start : quote, ScriptProblems.unterminatedString(escapes));
    }

    private void seek(char wanted) {
        while (true) {
            var bytes = in.buffer;
            var limit = in.limit;
            var i = in.position;
            while (i < limit && bytes[i] != wanted) {
                i++;
            }
            in.position = i;
            if (i < limit || !in.fill()) {
                return;
            }
        }
    }

    private void seekQuoteOrBackslash() {
        while (true) {
            var bytes = in.buffer;
            var limit = in.limit;
            var i = in.position;
            while (i < limit && bytes[i] != '\'' && bytes[i] != '\\') {
                i++;
            }
            in.position = i;
            if (i < limit || !in.fill()) {
                return;
            }
        }
    }

    /** Looks behind a closing quote; moves to after the quote that goes on with the string, if there is one. */
    private boolean continues() {
        var newline = false;
        var ahead = 0;
        while (true) {
            var next = in.peek(ahead);
            if (next == '\n' || next == '\r') {
                newline = true;
                ahead++;
            } else if (ByteClass.isSpace(next)) {
                ahead++;
            } else if (next == '-' && in.peek(ahead + 1) == '-') {
                do {
                    ahead++;
                    next = in.peek(ahead);
                } while (next >= 0 && next != '\n' && next != '\r');
            } else if (next == '\'' && newline) {
                in.position += ahead + 1;
                return true;
            } else {
                return false;
            }
        }
    }

    private TokenKind quotedName() {
        in.position++;
        while (true) {
            seek('"');
            if (in.position == in.limit) {
                throw in.defect(start, ScriptProblems.unterminatedName());
            }
            in.position++;
            if (in.peek(0) != '"') {
                return TokenKind.QUOTED_NAME;
            }
            in.position++;
        }
    }

    private TokenKind dollar() {
        var length = 1;
        var next = in.peek(1);
        if (ByteClass.isDigit(next)) {
            in.position++;
            return digits(TokenKind.PARAMETER);
        }
        while (ByteClass.inTag(next)) {
            length++;
            next = in.peek(length);
        }
        if (next != '$') {
            in.position++; // dolqfailed: the $ stands alone, and what follows is read anew
            return TokenKind.OTHER;
        }
        return dollarQuoted(length + 1);
    }

    /** Nothing inside a dollar-quoted string means anything but its own delimiter, which still stands at the token's start. */
    private TokenKind dollarQuoted(int delimiter) {
        in.position += delimiter;
        while (true) {
            seek('$');
            if (in.position == in.limit || in.peek(delimiter - 1) < 0) {
                throw in.defect(start, ScriptProblems.unterminatedDollarQuote(in.text(start, start + delimiter)));
            }
            var opening = in.index(start);
            var same = 1;
            while (same < delimiter && in.buffer[opening + same] == in.buffer[in.position + same]) {
                same++;
            }
            if (same == delimiter) {
                in.position += delimiter;
                return TokenKind.STRING;
            }
            in.position++;
        }
    }

    private TokenKind digits(TokenKind kind) {
        while (true) {
            var bytes = in.buffer;
            var limit = in.limit;
            var i = in.position;
            while (i < limit && (ByteClass.starts(bytes[i]) == ByteClass.DIGIT || bytes[i] == '_')) {
                i++;
            }
            in.position = i;
            if (i < limit || !in.fill()) {
                return kind;
            }
        }
    }

    private TokenKind number() {
        if (in.buffer[in.position] == '0' && isRadix(in.peek(1))) {
            word(); // 0x1F, 0o17 and 0b11 since PostgreSQL 16
            return TokenKind.NUMBER;
        }
        return decimal();
    }

    private TokenKind decimal() {
        digits(TokenKind.NUMBER);
        if (in.peek(0) == '.' && in.peek(1) != '.') { // 1..10 is 1 and ..
            in.position++;
            digits(TokenKind.NUMBER);
        }
        var next = in.peek(0);
        if (next == 'e' || next == 'E') {
            var sign = in.peek(1);
            var digit = sign == '+' || sign == '-' ? 2 : 1;
            if (ByteClass.isDigit(in.peek(digit))) {
                in.position += digit;
                digits(TokenKind.NUMBER);
            }
        }
        return TokenKind.NUMBER;
    }

    private static boolean isRadix(int b) {
        return b == 'x' || b == 'X' || b == 'o' || b == 'O' || b == 'b' || b == 'B';
    }

    private TokenKind dot() {
        var next = in.peek(1);
        if (ByteClass.isDigit(next)) {
            return decimal();
        }
        if (next == '.') {
            in.position += 2;
            return TokenKind.OPERATOR;
        }
        in.position++;
        return TokenKind.DOT;
    }

    private TokenKind colon() {
        var next = in.peek(1);
        if (next == ':' || next == '=') {
            in.position += 2;
            return TokenKind.OPERATOR;
        }
        in.position++;
        return TokenKind.COLON;
    }

    /** As many operator characters as there are, but never into a comment. */
    private TokenKind operator() {
        var length = 1;
        while (ByteClass.inOperator(in.peek(length)) && !startsComment(length)) {
            length++;
        }
        in.position += withoutSign(length);
        return TokenKind.OPERATOR;
    }

    private boolean startsComment(int ahead) {
        var first = in.peek(ahead);
        return (first == '-' && in.peek(ahead + 1) == '-') || (first == '/' && in.peek(ahead + 1) == '*');
    }

    /** An operator may end in + or - only if it holds a character that SQL's own operators do not: {@code 1=-1} is {@code = -1}. */
    private int withoutSign(int length) {
        var last = in.buffer[in.position + length - 1];
        if (length == 1 || (last != '+' && last != '-')) {
            return length;
        }
        for (var i = 0; i < length; i++) {
            if ("~!@#^&|`?%".indexOf(in.buffer[in.position + i]) >= 0) {
                return length;
            }
        }
        var shorter = length;
        while (shorter > 1 && isSign(in.buffer[in.position + shorter - 1])) {
            shorter--;
        }
        return shorter;
    }

    private static boolean isSign(byte b) {
        return b == '+' || b == '-';
    }
}
