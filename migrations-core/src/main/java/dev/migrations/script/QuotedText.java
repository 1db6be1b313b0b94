package dev.migrations.script;

/** What must be closed again: strings, quoted names and comments. Each method passes one that starts at the window's position. */
final class QuotedText {

    private final ScriptBytes in;

    QuotedText(ScriptBytes in) {
        this.in = in;
    }

    /**
     * A string from its opening quote on, with all its continuations: after its closing quote, blanks with at least one
     * newline among them and another quote go on with the same string, in the same syntax (quotecontinue in scan.l).
     */
    TokenKind string(long start, boolean escapes, boolean doubling) {
        var quote = in.offset();
        in.position++;
        while (true) {
            if (escapes) {
                seekQuoteOrBackslash();
            } else {
                seek('\'');
            }
            if (in.position == in.limit) {
                throw unterminated(start, quote, escapes);
            }
            if (in.buffer[in.position] == '\\') {
                if (in.peek(1) < 0) {
                    throw unterminated(start, quote, true);
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

    private ScriptException unterminated(long start, long quote, boolean escapes) {
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

    TokenKind quotedName(long start) {
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

    /** Nothing inside a dollar-quoted string means anything but its own delimiter, which still stands at the token's start. */
    TokenKind dollarQuoted(long start, int delimiter) {
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

    void lineComment() {
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
                return;
            }
        }
    }

    /** Block comments nest, as the SQL standard wants it. */
    void blockComment(long start) {
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
}
