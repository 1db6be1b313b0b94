package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** The tokens of one statement and a position among them. */
final class Tokens {

    private final TokenList list;
    private int position;

    /** @param start where the text's first character stands in its file */
    Tokens(String text, Place start) {
        this.list = new TokenList(text, start);
    }

    Token token() {
        return token(0);
    }

    Token token(int ahead) {
        return list.get(position + ahead);
    }

    /** The current token; goes on to the one behind it. */
    Token next() {
        var token = token();
        if (!token.is(TokenKind.END)) {
            position++;
        }
        return token;
    }

    boolean isEnd() {
        return token().is(TokenKind.END);
    }

    /** Whether these words stand here, one after the other. */
    boolean at(String... words) {
        for (var i = 0; i < words.length; i++) {
            if (!token(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean at(TokenKind kind) {
        return token().is(kind);
    }

    boolean atOperator(String operator) {
        return token().is(TokenKind.OPERATOR) && token().text().equals(operator);
    }

    /** Passes these words if they stand here. */
    boolean take(String... words) {
        var here = at(words);
        if (here) {
            position += words.length;
        }
        return here;
    }

    boolean take(TokenKind kind) {
        var here = at(kind);
        if (here) {
            next();
        }
        return here;
    }

    /** Passes one of these words, if one stands here. */
    boolean takeAny(String... words) {
        for (var word : words) {
            if (take(word)) {
                return true;
            }
        }
        return false;
    }

    void expect(String... words) {
        if (!take(words)) {
            throw unreadable();
        }
    }

    void expect(TokenKind kind) {
        if (!take(kind)) {
            throw unreadable();
        }
    }

    void expectEnd() {
        if (!isEnd()) {
            throw unreadable();
        }
    }

    UnreadableException unreadable() {
        return new UnreadableException(isEnd() ? "the end of the statement" : token().text());
    }

    Identifier identifier() {
        if (!token().isName()) {
            throw unreadable();
        }
        var name = Identifier.parse(next().text());
        if (take("UESCAPE")) {
            expect(TokenKind.STRING);
        }
        return name;
    }

    /** {@code [catalogue.][schema.]name}. */
    QualifiedName qualifiedName() {
        String schema = null;
        var name = identifier().name();
        while (take(TokenKind.DOT)) {
            schema = name;
            name = identifier().name();
        }
        return new QualifiedName(schema, name);
    }

    List<QualifiedName> qualifiedNames() {
        var names = new ArrayList<QualifiedName>();
        do {
            names.add(qualifiedName());
        } while (take(TokenKind.COMMA));
        return names;
    }

    /** {@code (name, …)}. */
    List<Identifier> identifiersInParentheses() {
        expect(TokenKind.LEFT_PARENTHESIS);
        var names = new ArrayList<Identifier>();
        do {
            names.add(identifier());
        } while (take(TokenKind.COMMA));
        expect(TokenKind.RIGHT_PARENTHESIS);
        return names;
    }

    /** Passes one token, or everything from a parenthesis or bracket to the one that closes it. */
    void skip() {
        var depth = 0;
        do {
            switch (token().kind()) {
                case LEFT_PARENTHESIS, LEFT_BRACKET -> depth++;
                case RIGHT_PARENTHESIS, RIGHT_BRACKET -> depth--;
                case END -> throw unreadable();
                default -> {}
            }
            if (depth < 0) {
                throw unreadable();
            }
            position++;
        } while (depth > 0);
    }

    /** Passes everything up to a comma or a closing parenthesis of this level, or the end. */
    void skipItem() {
        while (!atItemEnd()) {
            skip();
        }
    }

    boolean atItemEnd() {
        return isEnd() || at(TokenKind.COMMA) || at(TokenKind.RIGHT_PARENTHESIS);
    }

    void skipRest() {
        while (!isEnd()) {
            skip();
        }
    }

    int mark() {
        return position;
    }

    void back(int mark) {
        position = mark;
    }

    /** The tokens from a mark to here, with one blank where the script has any, so that no comment is left. */
    String textSince(int mark) {
        return list.text(mark, position);
    }

    Place place() {
        return list.place(token().start());
    }

    /** The text between two of its bytes, as tokens of their own. */
    Tokens piece(int from, int to) {
        return list.piece(from, to);
    }
}
