package dev.migrations.ddl;

import dev.migrations.ddl.DdlStatement.Other;
import dev.migrations.ddl.DdlStatement.SetSetting;
import dev.migrations.ddl.DdlStatement.SetSetting.Scope;
import dev.migrations.script.TokenKind;
import java.util.List;
import java.util.Locale;

/** Reads the queries that do more than read: {@code SELECT … INTO table} and {@code SELECT set_config(…)}. */
final class SelectReader {

    /** {@code INTO} stands in front of them. */
    private static final List<String> CLAUSES = List.of("FROM", "WHERE", "GROUP", "UNION", "ORDER", "LIMIT");

    private SelectReader() {}

    static DdlStatement read(Tokens tokens, Place place) {
        var mark = tokens.mark();
        if (tokens.take("PG_CATALOG")) {
            tokens.take(TokenKind.DOT);
        }
        if (tokens.take("SET_CONFIG")) {
            return setConfig(tokens, place);
        }
        tokens.back(mark);
        while (!tokens.isEnd() && CLAUSES.stream().noneMatch(tokens::at)) {
            if (tokens.take("INTO")) {
                return into(tokens, place);
            }
            tokens.skip();
        }
        return new Other(place, "SELECT");
    }

    private static DdlStatement into(Tokens tokens, Place place) {
        tokens.takeAny("LOCAL", "GLOBAL");
        var temporary = tokens.takeAny("TEMPORARY", "TEMP");
        tokens.take("UNLOGGED");
        tokens.take("TABLE");
        return new CreateTable(place, tokens.qualifiedName(), false, temporary, null, List.of(), List.of());
    }

    private static DdlStatement setConfig(Tokens tokens, Place place) {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        var name = string(tokens);
        tokens.expect(TokenKind.COMMA);
        var value = string(tokens);
        tokens.expect(TokenKind.COMMA);
        var scope = tokens.at("TRUE") ? Scope.TRANSACTION : Scope.SESSION;
        return new SetSetting(place, name.toLowerCase(Locale.ROOT), value, scope);
    }

    private static String string(Tokens tokens) {
        if (!tokens.at(TokenKind.STRING)) {
            throw tokens.unreadable();
        }
        var text = tokens.next().text();
        return text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
    }
}
