package dev.migrations.ddl;

import dev.migrations.ddl.DdlStatement.Drop;
import dev.migrations.ddl.DdlStatement.Other;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.TokenKind;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads {@code DROP} (gram.y, DropStmt and its kin). */
final class DropReader {

    private DropReader() {}

    /** From behind {@code DROP} on. */
    static DdlStatement read(Tokens tokens, Place place) {
        var kind = ObjectKinds.find(tokens);
        if (kind == null) {
            return new Other(place, "DROP " + tokens.token().word());
        }
        var concurrently = kind == ObjectKind.INDEX && tokens.take("CONCURRENTLY");
        var ifExists = tokens.take("IF", "EXISTS");
        var names = new ArrayList<QualifiedName>();
        do {
            names.add(tokens.qualifiedName());
            if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
                tokens.skip(); // a function's arguments
            }
        } while (tokens.take(TokenKind.COMMA));
        var on = on(kind, tokens);
        var cascade = tokens.take("CASCADE");
        if (!cascade) {
            tokens.take("RESTRICT");
        }
        if (kind == ObjectKind.DATABASE) {
            tokens.skipRest(); // WITH (FORCE)
        }
        tokens.expectEnd();
        return new Drop(place, kind, names, on, concurrently, ifExists, cascade);
    }

    private static @Nullable QualifiedName on(ObjectKind kind, Tokens tokens) {
        var hasTable = kind == ObjectKind.TRIGGER || kind == ObjectKind.POLICY || kind == ObjectKind.RULE;
        return hasTable && tokens.take("ON") ? tokens.qualifiedName() : null;
    }
}
