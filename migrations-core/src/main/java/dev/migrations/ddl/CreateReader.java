package dev.migrations.ddl;

import dev.migrations.ddl.DdlStatement.Create;
import dev.migrations.ddl.DdlStatement.CreateDomain;
import dev.migrations.ddl.DdlStatement.Other;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.TokenKind;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE} of everything; tables, indexes and domains have more to say. */
final class CreateReader {

    private CreateReader() {}

    /** From behind {@code CREATE} on. */
    static DdlStatement read(Tokens tokens, Place place) {
        var orReplace = tokens.take("OR", "REPLACE");
        if (tokens.at("UNIQUE", "INDEX") || tokens.at("INDEX")) {
            return CreateIndexReader.read(tokens, place);
        }
        tokens.takeAny("LOCAL", "GLOBAL");
        var temporary = tokens.takeAny("TEMPORARY", "TEMP");
        tokens.take("UNLOGGED");
        if (tokens.take("TABLE")) {
            return CreateTableReader.read(tokens, place, temporary);
        }
        tokens.takeAny("RECURSIVE", "CONSTRAINT", "TRUSTED", "PROCEDURAL");
        var kind = ObjectKinds.find(tokens);
        if (kind == null || (kind == ObjectKind.USER && tokens.at("MAPPING"))) {
            return new Other(place, "CREATE " + tokens.token().word());
        }
        return kind == ObjectKind.DOMAIN ? domain(tokens, place) : other(kind, orReplace, tokens, place);
    }

    private static DdlStatement other(ObjectKind kind, boolean orReplace, Tokens tokens, Place place) {
        var ifNotExists = tokens.take("IF", "NOT", "EXISTS");
        var name = tokens.token().isName() && !tokens.at("AUTHORIZATION") && !tokens.at("ON")
                ? tokens.qualifiedName()
                : null;
        if (kind == ObjectKind.SCHEMA) {
            schemaElements(tokens);
        }
        return new Create(place, kind, name, on(kind, tokens), orReplace, ifNotExists);
    }

    /** {@code CREATE SCHEMA s CREATE TABLE …}: what is inside would have to be read too. */
    private static void schemaElements(Tokens tokens) {
        if (tokens.take("AUTHORIZATION")) {
            tokens.identifier();
        }
        tokens.expectEnd();
    }

    private static @Nullable QualifiedName on(ObjectKind kind, Tokens tokens) {
        var events = kind == ObjectKind.TRIGGER || kind == ObjectKind.RULE;
        if (!events && kind != ObjectKind.POLICY) {
            return null;
        }
        while (!tokens.at(kind == ObjectKind.RULE ? "TO" : "ON")) {
            tokens.skip(); // BEFORE INSERT OR UPDATE OF a, b
        }
        tokens.next();
        return tokens.qualifiedName();
    }

    private static DdlStatement domain(Tokens tokens, Place place) {
        var name = tokens.qualifiedName();
        tokens.take("AS");
        var type = TypeReader.read(tokens);
        var constraints = new ArrayList<Constraint>();
        while (!tokens.isEnd()) {
            if (tokens.take("COLLATE")) {
                tokens.qualifiedName();
            } else if (tokens.take("DEFAULT")) {
                ExpressionReader.toNextClause(tokens);
            } else if (!tokens.take("NULL")) {
                constraints.add(ConstraintReader.ofDomain(tokens));
            }
            if (tokens.at(TokenKind.COMMA)) {
                throw tokens.unreadable();
            }
        }
        return new CreateDomain(place, name, type, constraints);
    }
}
