package dev.migrations.ddl;

import dev.migrations.ddl.DdlStatement.DoBlock;
import dev.migrations.ddl.DdlStatement.NotUnderstood;
import dev.migrations.ddl.DdlStatement.Other;
import dev.migrations.script.TokenKind;
import org.jspecify.annotations.Nullable;

/** Reads {@code DO}, and the SQL in its body. */
final class DoReader {

    private DoReader() {}

    /** From behind {@code DO} on. */
    static DdlStatement read(Tokens tokens, Place place) {
        var language = language(tokens);
        var body = LiteralText.find(tokens);
        if (!tokens.take(TokenKind.STRING)) {
            throw tokens.unreadable();
        }
        language = language == null ? language(tokens) : language;
        if (language != null && !language.equalsIgnoreCase("plpgsql")) {
            return new Other(place, "DO");
        }
        if (body == null) {
            return new NotUnderstood(place, "a body in quotes that holds escapes");
        }
        return new DoBlock(place, new BodyReader(body).statements());
    }

    private static @Nullable String language(Tokens tokens) {
        if (!tokens.take("LANGUAGE")) {
            return null;
        }
        return tokens.at(TokenKind.STRING)
                ? tokens.next().text().replace("'", "")
                : tokens.identifier().name();
    }
}
