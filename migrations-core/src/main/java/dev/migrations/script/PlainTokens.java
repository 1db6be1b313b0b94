package dev.migrations.script;

/** Numbers, operators and what else needs no closing: each method passes one token that starts at the window's position. */
final class PlainTokens {

    private final ScriptBytes in;

    PlainTokens(ScriptBytes in) {
        this.in = in;
    }

    TokenKind parameter() {
        in.position++;
        return digits(TokenKind.PARAMETER);
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

    TokenKind number() {
        if (in.buffer[in.position] == '0' && isRadix(in.peek(1))) {
            in.passWord(); // 0x1F, 0o17 and 0b11 since PostgreSQL 16
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

    TokenKind dot() {
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

    TokenKind colon() {
        var next = in.peek(1);
        if (next == ':' || next == '=') {
            in.position += 2;
            return TokenKind.OPERATOR;
        }
        in.position++;
        return TokenKind.COLON;
    }

    /** As many operator characters as there are, but never into a comment. */
    TokenKind operator() {
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
