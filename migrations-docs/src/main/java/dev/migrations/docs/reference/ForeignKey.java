package dev.migrations.docs.reference;

import dev.migrations.schema.ObjectName;
import java.util.List;

/**
 * One table that leads to another.
 *
 * @param name       of the constraint
 * @param table      whose constraint it is
 * @param columns    of that table, in the key's order
 * @param target     the table that it leads to
 * @param referenced that table's columns, in the same order
 * @param rest       what else it says, such as {@code ON DELETE CASCADE}; empty if nothing
 * @param rows       how many rows may lead to one
 * @param presence   whether a row may lead nowhere
 */
public record ForeignKey(
        ObjectName name,
        ObjectName table,
        List<String> columns,
        ObjectName target,
        List<String> referenced,
        String rest,
        Rows rows,
        Presence presence) {

    public ForeignKey {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }

    /** How many rows may lead to one. */
    public enum Rows {
        /** The columns are unique. */
        ONE,
        MANY
    }

    /** Whether a row may lead nowhere. */
    public enum Presence {
        /** All columns are {@code NOT NULL}. */
        REQUIRED,
        OPTIONAL
    }

    /** Whether it leads back to its own table. */
    public boolean isLoop() {
        return table.equals(target);
    }
}
