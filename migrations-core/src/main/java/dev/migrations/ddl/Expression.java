package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.SqlLexer;
import dev.migrations.script.TokenKind;

/**
 * A value or a condition, not taken apart.
 *
 * @param text       as written, without comments
 * @param volatility of all functions that it calls
 */
public record Expression(String text, Volatility volatility) {

    /** Whether it is the word {@code NULL}, with or without a cast. */
    public boolean isNull() {
        return text.regionMatches(true, 0, "null", 0, 4) && (text.length() == 4 || text.startsWith("::", 4));
    }

    /** Whether a name in it could be this column. */
    public boolean mentions(Identifier column) {
        var lexer = SqlLexer.of(text);
        for (var kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            var isName = kind == TokenKind.WORD || kind == TokenKind.QUOTED_NAME;
            if (isName && Identifier.parse(lexer.text()).equals(column)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
