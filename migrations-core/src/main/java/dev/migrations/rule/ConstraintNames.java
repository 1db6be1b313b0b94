package dev.migrations.rule;

import dev.migrations.ddl.Constraint;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names for constraints and indexes in the SQL that is offered. */
final class ConstraintNames {

    private ConstraintNames() {}

    /** Its own, or one as PostgreSQL would make it up. */
    static Identifier of(QualifiedName table, Constraint constraint) {
        if (constraint.name() != null) {
            return constraint.name();
        }
        var suffix =
                switch (constraint.kind()) {
                    case PRIMARY_KEY -> "pkey";
                    case UNIQUE -> "key";
                    case FOREIGN_KEY -> "fkey";
                    case EXCLUDE -> "excl";
                    case CHECK, NOT_NULL -> constraint.kind().name().toLowerCase(Locale.ROOT);
                };
        var columns = constraint.kind() == Constraint.Kind.PRIMARY_KEY
                ? Stream.<String>empty()
                : constraint.columns().stream().map(Identifier::name);
        return new Identifier(Stream.of(Stream.of(table.name()), columns, Stream.of(suffix))
                .flatMap(part -> part)
                .collect(Collectors.joining("_")));
    }
}
