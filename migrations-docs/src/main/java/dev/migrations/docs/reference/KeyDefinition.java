package dev.migrations.docs.reference;

import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key as {@code pg_get_constraintdef} writes it under an empty search path.
 *
 * @param kind       which one
 * @param columns    of its own table, in the key's order
 * @param references the table that a foreign key leads to; else null
 * @param referenced that table's columns, in the same order
 * @param rest       what follows, such as {@code ON DELETE CASCADE}; empty if nothing does
 */
record KeyDefinition(
        Kind kind, List<String> columns, @Nullable QualifiedName references, List<String> referenced, String rest) {

    KeyDefinition {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }

    /** The keys. */
    enum Kind {
        PRIMARY,
        UNIQUE,
        FOREIGN
    }

    /** The key that a constraint's definition is, unless it is something else, such as a check. */
    static Optional<KeyDefinition> find(String definition) {
        return new KeyReader(definition).find();
    }
}
