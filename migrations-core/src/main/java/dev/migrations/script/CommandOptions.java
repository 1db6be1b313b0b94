package dev.migrations.script;

import java.util.Locale;

/** A list of options in parentheses, such as {@code (VERBOSE, CONCURRENTLY on)}, read as defGetBoolean does (define.c). */
final class CommandOptions {

    private CommandOptions() {}

    /** The place behind the list, or the same place when there is none. */
    static int end(LeadingTokens tokens, int at) {
        if (tokens.kind(at) != TokenKind.LEFT_PARENTHESIS) {
            return at;
        }
        var depth = 0;
        for (var i = at; i < tokens.size(); i++) {
            if (tokens.kind(i) == TokenKind.LEFT_PARENTHESIS) {
                depth++;
            } else if (tokens.kind(i) == TokenKind.RIGHT_PARENTHESIS && --depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }

    /** Whether the option is given and not switched off; the last one counts. */
    static boolean isOn(LeadingTokens tokens, int at, String option) {
        var on = false;
        for (var i = at + 1; i < end(tokens, at); i++) {
            if (tokens.is(i, option)) {
                on = isOn(tokens, i + 1);
            }
        }
        return on;
    }

    private static boolean isOn(LeadingTokens tokens, int at) {
        var value = tokens.text(at).replace("'", "").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "false", "off", "0" -> false;
            default -> true;
        };
    }
}
