package dev.migrations.ddl;

import dev.migrations.ddl.DdlStatement.AlterObject;
import dev.migrations.ddl.DdlStatement.Other;
import dev.migrations.script.TokenKind;

/** Reads {@code ALTER} of everything; tables, enums and domains have more to say. */
final class AlterReader {

    private AlterReader() {}

    /** From behind {@code ALTER} on. */
    static DdlStatement read(Tokens tokens, Place place) {
        if (tokens.at("DEFAULT", "PRIVILEGES") || tokens.at("SYSTEM") || tokens.at("LARGE") || tokens.at("OPERATOR")) {
            return new Other(place, "ALTER " + tokens.token().word());
        }
        var kind = ObjectKinds.find(tokens);
        if (kind == null) {
            return new Other(place, "ALTER " + tokens.token().word());
        }
        return switch (kind) {
            case TABLE, FOREIGN_TABLE -> AlterTableReader.read(tokens, place);
            case TYPE -> type(tokens, place);
            case DOMAIN -> domain(tokens, place);
            default -> object(kind, tokens, place);
        };
    }

    private static DdlStatement object(ObjectKind kind, Tokens tokens, Place place) {
        if (kind == ObjectKind.INDEX && tokens.at("ALL", "IN", "TABLESPACE")) {
            return new Other(place, "ALTER INDEX ALL");
        }
        var ifExists = tokens.take("IF", "EXISTS");
        var name = tokens.qualifiedName();
        if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            tokens.skip(); // a function's arguments
        }
        var mark = tokens.mark();
        var newName = tokens.take("RENAME", "TO") ? tokens.identifier() : null;
        tokens.skipRest();
        return new AlterObject(place, kind, name, tokens.textSince(mark), newName, ifExists);
    }

    private static DdlStatement type(Tokens tokens, Place place) {
        var mark = tokens.mark();
        var type = tokens.qualifiedName();
        if (tokens.take("ADD", "VALUE")) {
            var ifNotExists = tokens.take("IF", "NOT", "EXISTS");
            var value = string(tokens);
            var hasPosition = tokens.takeAny("BEFORE", "AFTER");
            if (hasPosition) {
                string(tokens);
            }
            tokens.expectEnd();
            return new EnumChange.AddValue(place, type, value, ifNotExists, hasPosition);
        }
        if (tokens.take("RENAME", "VALUE")) {
            var value = string(tokens);
            tokens.expect("TO");
            var newValue = string(tokens);
            tokens.expectEnd();
            return new EnumChange.RenameValue(place, type, value, newValue);
        }
        tokens.back(mark);
        return object(ObjectKind.TYPE, tokens, place);
    }

    private static DdlStatement domain(Tokens tokens, Place place) {
        tokens.take("IF", "EXISTS");
        var domain = tokens.qualifiedName();
        var mark = tokens.mark();
        if (tokens.take("ADD")) {
            var constraint = ConstraintReader.ofDomain(tokens);
            tokens.expectEnd();
            return new DomainChange.AddConstraint(place, domain, constraint);
        }
        if (tokens.take("VALIDATE", "CONSTRAINT")) {
            return new DomainChange.ValidateConstraint(place, domain, tokens.identifier());
        }
        if (tokens.take("SET", "NOT", "NULL")) {
            return new DomainChange.SetNotNull(place, domain);
        }
        tokens.skipRest();
        return new DomainChange.Tune(place, domain, tokens.textSince(mark));
    }

    private static String string(Tokens tokens) {
        if (!tokens.at(TokenKind.STRING)) {
            throw tokens.unreadable();
        }
        return tokens.next().text();
    }
}
