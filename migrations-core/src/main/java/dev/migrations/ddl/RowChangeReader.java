package dev.migrations.ddl;

import dev.migrations.ddl.DdlStatement.Other;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code INSERT}, {@code UPDATE}, {@code DELETE}, {@code TRUNCATE} and {@code COPY}. */
final class RowChangeReader {

    private final Tokens tokens;
    private final Place place;

    private RowChangeReader(Tokens tokens, Place place) {
        this.tokens = tokens;
        this.place = place;
    }

    /** From behind the first word on. */
    static DdlStatement read(String first, Tokens tokens, Place place) {
        var reader = new RowChangeReader(tokens, place);
        return switch (first) {
            case "INSERT" -> reader.insert();
            case "UPDATE" -> reader.update();
            case "DELETE" -> reader.delete();
            case "TRUNCATE" -> reader.truncate();
            default -> reader.copy();
        };
    }

    /** From behind {@code WITH} on: the statement proper follows the queries in parentheses. */
    static DdlStatement behindWith(Tokens tokens, Place place) {
        while (!tokens.isEnd()) {
            var word = tokens.token().word();
            if (word.equals("INSERT") || word.equals("UPDATE") || word.equals("DELETE")) {
                tokens.next();
                return read(word, tokens, place);
            }
            if (word.equals("SELECT")) {
                tokens.next();
                return SelectReader.read(tokens, place);
            }
            tokens.skip();
        }
        return new Other(place, "WITH");
    }

    private DdlStatement insert() {
        tokens.expect("INTO");
        var table = tokens.qualifiedName();
        if (tokens.take("AS")) {
            tokens.identifier();
        }
        if (tokens.at(TokenKind.LEFT_PARENTHESIS) && !tokens.token(1).is("SELECT")) {
            tokens.skip();
        }
        if (tokens.take("OVERRIDING")) {
            tokens.next();
            tokens.expect("VALUE");
        }
        return new RowChange.Insert(place, table, !tokens.at("VALUES") && !tokens.at("DEFAULT"));
    }

    private DdlStatement update() {
        var table = target();
        while (!tokens.at("SET")) {
            tokens.skip(); // an alias
        }
        tokens.next();
        var assigned = new ArrayList<Identifier>();
        do {
            assign(assigned);
        } while (tokens.take(TokenKind.COMMA));
        return new RowChange.Update(place, table, assigned, hasWhere());
    }

    private void assign(List<Identifier> assigned) {
        if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            assigned.addAll(tokens.identifiersInParentheses());
        } else {
            var column = tokens.identifier();
            var whole = !tokens.at(TokenKind.LEFT_BRACKET) && !tokens.at(TokenKind.DOT);
            while (!tokens.atOperator("=")) {
                tokens.skip(); // a field, or an element of an array: the same column may stand there twice
            }
            if (whole) {
                assigned.add(column);
            }
        }
        if (!tokens.atOperator("=")) {
            throw tokens.unreadable();
        }
        tokens.next();
        while (!tokens.atItemEnd() && !tokens.at("FROM") && !tokens.at("WHERE") && !tokens.at("RETURNING")) {
            if (tokens.at("DISTINCT", "FROM")) {
                tokens.next();
                tokens.next();
            } else {
                tokens.skip();
            }
        }
    }

    private DdlStatement delete() {
        tokens.expect("FROM");
        return new RowChange.Delete(place, target(), hasWhere());
    }

    private QualifiedName target() {
        tokens.take("ONLY");
        var table = tokens.qualifiedName();
        if (tokens.atOperator("*")) {
            tokens.next();
        }
        return table;
    }

    private boolean hasWhere() {
        while (!tokens.isEnd()) {
            if (tokens.at("WHERE")) {
                return true;
            }
            tokens.skip();
        }
        return false;
    }

    private DdlStatement truncate() {
        tokens.take("TABLE");
        var tables = new ArrayList<QualifiedName>();
        do {
            tables.add(target());
        } while (tokens.take(TokenKind.COMMA));
        if (tokens.takeAny("RESTART", "CONTINUE")) {
            tokens.expect("IDENTITY");
        }
        var cascade = tokens.take("CASCADE");
        if (!cascade) {
            tokens.take("RESTRICT");
        }
        tokens.expectEnd();
        return new RowChange.Truncate(place, tables, cascade);
    }

    private DdlStatement copy() {
        if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            return new Other(place, "COPY");
        }
        tokens.take("BINARY");
        var table = tokens.qualifiedName();
        if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            tokens.skip();
        }
        return tokens.take("FROM") ? new RowChange.CopyFrom(place, table) : new Other(place, "COPY");
    }
}
