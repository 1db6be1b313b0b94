package dev.migrations.ddl;

import dev.migrations.script.TokenKind;
import java.util.ArrayList;

/** Reads {@code ALTER TABLE} (gram.y, AlterTableStmt, RenameStmt, AlterObjectSchemaStmt). */
final class AlterTableReader {

    private AlterTableReader() {}

    /** From behind {@code ALTER TABLE} on. */
    static DdlStatement read(Tokens tokens, Place place) {
        if (tokens.at("ALL", "IN", "TABLESPACE")) {
            tokens.skipRest();
            return new DdlStatement.Other(place, "ALTER TABLE ALL");
        }
        var ifExists = tokens.take("IF", "EXISTS");
        var only = tokens.take("ONLY");
        var table = tokens.qualifiedName();
        if (tokens.atOperator("*")) {
            tokens.next();
        }
        var actions = new ArrayList<TableAction>();
        do {
            actions.add(action(tokens));
        } while (tokens.take(TokenKind.COMMA));
        tokens.expectEnd();
        return new AlterTable(place, table, ifExists, only, actions);
    }

    /** What one sub-command holds that is not known does not hide the others. */
    private static TableAction action(Tokens tokens) {
        var mark = tokens.mark();
        var place = tokens.place();
        String at;
        try {
            var action = new TableActionReader(tokens).read();
            if (tokens.isEnd() || tokens.at(TokenKind.COMMA)) {
                return action;
            }
            at = tokens.token().text();
        } catch (UnreadableException e) {
            at = e.getMessage();
        }
        tokens.back(mark);
        tokens.skipItem();
        if (tokens.mark() == mark) {
            throw tokens.unreadable();
        }
        return new TableAction.NotUnderstood(place, String.valueOf(at));
    }
}
