package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table, a column or a domain.
 *
 * @param place      where it starts, its name included
 * @param name       null where PostgreSQL makes one up
 * @param kind       what it demands
 * @param columns    that it names itself; that of its column, where it stands in one; none for an expression
 * @param references the table that a foreign key points to; else null
 * @param condition  of a check; else null
 * @param index      that {@code USING INDEX} makes it of; else null
 * @param validity   what it says of the rows that are there
 * @param definition as written, without its name and {@code NOT VALID}
 */
public record Constraint(
        Place place,
        @Nullable Identifier name,
        Kind kind,
        List<Identifier> columns,
        @Nullable QualifiedName references,
        @Nullable Expression condition,
        @Nullable Identifier index,
        Validity validity,
        String definition) {

    public Constraint {
        columns = List.copyOf(columns);
    }

    /** What a constraint demands. */
    public enum Kind {
        CHECK,
        NOT_NULL,
        UNIQUE,
        PRIMARY_KEY,
        FOREIGN_KEY,
        EXCLUDE
    }

    /** What a constraint says of the rows that are there when it is added. */
    public enum Validity {
        /** They are checked. */
        VALID,
        /** {@code NOT VALID}: they are not, until {@code VALIDATE CONSTRAINT}. */
        NOT_VALID,
        /** {@code NOT ENFORCED}, since 18: nothing is checked, ever. */
        NOT_ENFORCED
    }
}
