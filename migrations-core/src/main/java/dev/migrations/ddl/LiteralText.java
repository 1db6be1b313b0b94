package dev.migrations.ddl;

import dev.migrations.script.TokenKind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text inside a string, where it stands in the file as it is meant: between dollars, or in plain quotes without escapes. */
final class LiteralText {

    private LiteralText() {}

    /** The tokens inside the string that is the current token; null where there is none, or it holds escapes. */
    static @Nullable Tokens find(Tokens tokens) {
        var token = tokens.token();
        if (!token.is(TokenKind.STRING)) {
            return null;
        }
        var text = token.text();
        if (text.startsWith("$")) {
            var delimiter = text.substring(0, text.indexOf('$', 1) + 1).getBytes(StandardCharsets.UTF_8).length;
            return tokens.piece(token.start() + delimiter, token.end() - delimiter);
        }
        var plain = text.startsWith("'") && text.indexOf('\'', 1) == text.length() - 1;
        return plain ? tokens.piece(token.start() + 1, token.end() - 1) : null;
    }
}
