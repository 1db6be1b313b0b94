package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads what keys are made of (gram.y, columnList and the rest of FOREIGN KEY). */
final class KeyReader {

    private KeyReader() {}

    /** {@code (a, b)}; since 18 the last may be a range: {@code (a, PERIOD b)}, {@code (a, b WITHOUT OVERLAPS)}. */
    static List<Identifier> columns(Tokens tokens) {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        var found = new ArrayList<Identifier>();
        do {
            if (tokens.at("PERIOD") && tokens.token(1).isName()) {
                tokens.next();
            }
            found.add(tokens.identifier());
            tokens.take("WITHOUT", "OVERLAPS");
        } while (tokens.take(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return found;
    }

    /** {@code REFERENCES table (columns)} with its match and actions: the table. */
    static QualifiedName references(Tokens tokens) {
        tokens.expect("REFERENCES");
        var table = tokens.qualifiedName();
        if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            columns(tokens);
        }
        while (true) {
            if (tokens.take("MATCH")) {
                tokens.next();
            } else if (tokens.take("ON", "DELETE") || tokens.take("ON", "UPDATE")) {
                action(tokens);
            } else {
                return table;
            }
        }
    }

    private static void action(Tokens tokens) {
        if (tokens.takeAny("CASCADE", "RESTRICT") || tokens.take("NO", "ACTION")) {
            return;
        }
        tokens.expect("SET");
        if (!tokens.takeAny("NULL", "DEFAULT")) {
            throw tokens.unreadable();
        }
        if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            tokens.skip();
        }
    }
}
