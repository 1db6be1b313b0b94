package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as {@code CREATE TABLE} and {@code ADD COLUMN} define it.
 *
 * @param place        where its name stands
 * @param name         its name
 * @param type         its type
 * @param defaultValue null where none is written
 * @param generation   how its value comes about
 * @param constraints  that stand in it, {@code NOT NULL} among them
 * @param written      all of it, as the script has it
 */
public record ColumnDefinition(
        Place place,
        Identifier name,
        DataType type,
        @Nullable Expression defaultValue,
        Generation generation,
        List<Constraint> constraints,
        String written) {

    public ColumnDefinition {
        constraints = List.copyOf(constraints);
    }

    /** How a column's value comes about. */
    public enum Generation {
        /** It is given, or the default. */
        NONE,
        /** {@code GENERATED ALWAYS AS (…) STORED}. */
        STORED,
        /** {@code GENERATED ALWAYS AS (…) VIRTUAL}, since 18. */
        VIRTUAL,
        /** {@code GENERATED … AS IDENTITY}. */
        IDENTITY
    }

    /** Whether it has a constraint of this kind in it. */
    public boolean has(Constraint.Kind kind) {
        return constraints.stream().anyMatch(constraint -> constraint.kind() == kind);
    }
}
