package dev.migrations.ddl;

import dev.migrations.ddl.DdlStatement.Other;
import dev.migrations.ddl.DdlStatement.SetSetting;
import dev.migrations.ddl.DdlStatement.SetSetting.Scope;
import dev.migrations.script.TokenKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code SET} and {@code RESET} (gram.y, VariableSetStmt). */
final class SettingReader {

    private SettingReader() {}

    /** From behind the first word on. */
    static DdlStatement read(String first, Tokens tokens, Place place) {
        if (first.equals("RESET")) {
            return new SetSetting(place, name(tokens), null, Scope.SESSION);
        }
        if (tokens.at("TRANSACTION") || tokens.at("CONSTRAINTS") || tokens.at("SESSION", "CHARACTERISTICS")) {
            return new Other(place, "SET " + tokens.token().word());
        }
        var local = tokens.take("LOCAL");
        if (!local) {
            tokens.take("SESSION");
        }
        if (tokens.token().word().matches("TIME|ROLE|AUTHORIZATION|NAMES|SCHEMA|CATALOG|XML")) {
            return new Other(place, "SET " + tokens.token().word());
        }
        var name = name(tokens);
        if (!tokens.take("TO") && !tokens.atOperator("=")) {
            throw tokens.unreadable();
        }
        if (tokens.atOperator("=")) {
            tokens.next();
        }
        return new SetSetting(place, name, value(tokens), local ? Scope.TRANSACTION : Scope.SESSION);
    }

    private static String name(Tokens tokens) {
        var name = new StringBuilder(tokens.identifier().name());
        while (tokens.take(TokenKind.DOT)) {
            name.append('.').append(tokens.identifier().name());
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String value(Tokens tokens) {
        if (tokens.at("DEFAULT")) {
            return null;
        }
        var mark = tokens.mark();
        tokens.skipRest();
        var text = tokens.textSince(mark);
        var quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
