package dev.migrations.script;

import java.util.Set;

/** Tells statements whose effect on the session outlives their transaction. */
final class SessionSetting {

    /** {@code SET} followed by one of these ends with the transaction. */
    private static final Set<String> LOCAL = Set.of("LOCAL", "TRANSACTION", "CONSTRAINTS");

    private SessionSetting() {}

    static boolean isIn(LeadingTokens tokens) {
        return switch (tokens.keyword(0)) {
            case "SET" -> !LOCAL.contains(tokens.upperText(1));
            case "RESET" -> true;
            case "SELECT" -> isSetConfig(tokens);
            default -> false;
        };
    }

    /** {@code select [pg_catalog.]set_config('name', 'value', false)}. */
    private static boolean isSetConfig(LeadingTokens tokens) {
        var name = tokens.kind(2) == TokenKind.DOT ? 3 : 1;
        return tokens.upperText(name).equals("SET_CONFIG")
                && tokens.upperText(name + 6).equals("FALSE")
                && tokens.size() == name + 8;
    }
}
