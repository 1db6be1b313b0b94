package dev.migrations.script;

import java.util.Locale;

/**
 * Follows a script's own changes of {@code standard_conforming_strings}, which say how its next strings are written.
 *
 * <p>A change by {@code SET LOCAL} ends with its transaction. One inside a function or a {@code DO} block is not seen.
 */
final class StandardStrings {

    private static final String SETTING = "STANDARD_CONFORMING_STRINGS";

    private final StringSyntax initial;
    private StringSyntax session;
    private StringSyntax current;

    StandardStrings(StringSyntax initial) {
        this.initial = initial;
        this.session = initial;
        this.current = initial;
    }

    StringSyntax current() {
        return current;
    }

    void follow(LeadingTokens tokens, Command command) {
        switch (command.kind()) {
            case COMMIT, COMMIT_AND_CHAIN, STANDS_ALONE -> current = session;
            case ORDINARY -> followSetting(tokens);
            default -> {}
        }
        if (command.keywords().equals("DISCARD ALL")) {
            session = current = initial;
        }
    }

    private void followSetting(LeadingTokens tokens) {
        switch (tokens.keyword(0)) {
            case "SET" -> set(tokens);
            case "RESET" -> reset(tokens);
            case "SELECT" -> setConfig(tokens);
            default -> {}
        }
    }

    private void set(LeadingTokens tokens) {
        var local = tokens.is(1, "LOCAL");
        var name = local || tokens.is(1, "SESSION") ? 2 : 1;
        if (isSetting(tokens, name)) {
            change(tokens.text(name + 2), local);
        }
    }

    private static boolean isSetting(LeadingTokens tokens, int at) {
        return tokens.is(at, SETTING)
                || (tokens.kind(at) == TokenKind.QUOTED_NAME
                        && tokens.upperText(at).equals('"' + SETTING + '"'));
    }

    private void reset(LeadingTokens tokens) {
        if (isSetting(tokens, 1) || tokens.is(1, "ALL")) {
            session = current = initial;
        }
    }

    /** {@code select [pg_catalog.]set_config('standard_conforming_strings', 'off', false)}, as in pg_dump's output. */
    private void setConfig(LeadingTokens tokens) {
        var name = tokens.kind(2) == TokenKind.DOT ? 3 : 1;
        var called = tokens.is(name, "SET_CONFIG")
                && (name == 1 || tokens.is(1, "PG_CATALOG"))
                && unquoted(tokens.text(name + 2)).equals("standard_conforming_strings");
        if (called) {
            change(tokens.text(name + 4), isOn(unquoted(tokens.text(name + 6))));
        }
    }

    private void change(String value, boolean local) {
        var word = unquoted(value);
        if (word.equals("default")) {
            current = initial;
        } else {
            current = isOn(word) ? StringSyntax.STANDARD : StringSyntax.BACKSLASH_ESCAPES;
        }
        if (!local) {
            session = current;
        }
    }

    private static String unquoted(String value) {
        return value.replace("'", "").toLowerCase(Locale.ROOT);
    }

    /** As parse_bool does (src/backend/utils/adt/bool.c): any beginning of a word that is not ambiguous. */
    private static boolean isOn(String value) {
        return !value.isEmpty()
                && ("true".startsWith(value) || "yes".startsWith(value) || value.equals("on") || value.equals("1"));
    }
}
