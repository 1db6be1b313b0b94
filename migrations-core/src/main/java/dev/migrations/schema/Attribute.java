package dev.migrations.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be said of an object, in the order in which a snapshot says it. What is as PostgreSQL makes it by default is not
 * said at all.
 */
public enum Attribute {
    /** The type of a column, a domain or a sequence, as {@code format_type} writes it. */
    TYPE,
    /** The order of a table's columns, by name; only in a difference, as a snapshot keeps them in that order. */
    COLUMN_ORDER,
    /** The labels of an enum, in their order. */
    LABELS,
    COLLATION,
    /** The name of a NOT NULL constraint, or {@code yes} before PostgreSQL 18, where it has none. */
    NOT_NULL,
    DEFAULT,
    /** What an object is, in the server's own words: {@code pg_get_constraintdef} and the like. */
    DEFINITION,
    OWNER,
    /** Who may do what, one entry each, such as {@code app: insert, select with grant option}. */
    GRANTS,
    COMMENT;

    private static final Map<String, Attribute> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Attribute::label, Function.identity()));

    /** Its name in snapshots and differences, such as {@code not null}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * The attribute with this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Attribute of(String label) {
        var found = BY_LABEL.get(label);
        if (found == null) {
            throw new IllegalArgumentException("no attribute " + label);
        }
        return found;
    }

    @Override
    public String toString() {
        return label();
    }
}
