package dev.migrations.ddl;

import dev.migrations.script.Identifier;

/** Reads {@code ALTER [COLUMN] name …} inside {@code ALTER TABLE}. */
final class ColumnActionReader {

    private final Tokens tokens;
    private final Place place;
    private final Identifier column;
    private final int mark;

    /** From behind {@code ALTER} on. */
    ColumnActionReader(Tokens tokens, Place place) {
        this.tokens = tokens;
        this.place = place;
        tokens.take("COLUMN");
        this.column = tokens.identifier();
        this.mark = tokens.mark();
    }

    TableAction read() {
        if (tokens.take("SET", "DATA", "TYPE") || tokens.take("TYPE")) {
            return type();
        }
        if (tokens.take("SET", "DEFAULT")) {
            return new TableAction.SetDefault(place, column, ExpressionReader.toItemEnd(tokens));
        }
        if (tokens.take("DROP", "DEFAULT")) {
            return new TableAction.DropDefault(place, column);
        }
        if (tokens.take("SET", "NOT", "NULL")) {
            return new TableAction.SetNotNull(place, column);
        }
        if (tokens.take("DROP", "NOT", "NULL")) {
            return new TableAction.DropNotNull(place, column);
        }
        if (tokens.take("SET", "EXPRESSION", "AS")) {
            ExpressionReader.inParentheses(tokens);
            return new TableAction.SetExpression(place, column);
        }
        if (tokens.at("ADD", "GENERATED")) {
            tokens.skipItem();
            return new TableAction.AddIdentity(place, column);
        }
        return tune();
    }

    private TableAction type() {
        var type = TypeReader.read(tokens);
        if (tokens.take("COLLATE")) {
            tokens.qualifiedName();
        }
        var using = tokens.take("USING") ? ExpressionReader.toItemEnd(tokens) : null;
        return new TableAction.ChangeType(place, column, type, using);
    }

    private TableAction tune() {
        if (!tokens.at("SET")
                && !tokens.at("RESET")
                && !tokens.at("RESTART")
                && !tokens.at("DROP")
                && !tokens.at("OPTIONS")) {
            throw tokens.unreadable();
        }
        tokens.skipItem();
        return new TableAction.TuneColumn(place, column, tokens.textSince(mark));
    }
}
