package dev.migrations.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be said of an object, in the order in which a snapshot says it. What is as PostgreSQL makes it by default is not
 * said at all.
 */
public enum Attribute {
    /**
     * The type of a column, a domain or a sequence, as {@code format_type} writes it; of a type its sort: {@code enum},
     * {@code composite}, {@code range}, {@code base} or {@code shell}.
     */
    TYPE,
    /** The version of an extension or a foreign server. */
    VERSION,
    /** The schema that an extension's objects are in. */
    IN_SCHEMA,
    /** The order of a table's columns, by name; only in a difference, as a snapshot keeps them in that order. */
    COLUMN_ORDER,
    /** The labels of an enum, in their order. */
    LABELS,
    /** {@code unlogged}. */
    PERSISTENCE,
    /** The composite type that a table was made of. */
    OF_TYPE,
    /** A table's parents, in their order. */
    INHERITS,
    /** The partitioned table that a table is a partition of; with {@code , detach pending} where that was interrupted. */
    PARTITION_OF,
    /** Which rows go to a partition, such as {@code FOR VALUES IN (1)}. */
    PARTITION_BOUND,
    /** Strategy and key of a partitioned table, such as {@code RANGE (day)}. */
    PARTITION_BY,
    /** {@code yes}, of a column or a constraint that a table has from a parent only; of a partition it goes without saying. */
    INHERITED,
    /** A collation other than that of the type. */
    COLLATION,
    /**
     * The name of a NOT NULL constraint, or {@code yes} where the server gives it none (before PostgreSQL 18, of a domain
     * before 17); further values are {@code no inherit}, {@code not valid} and {@code inherited}.
     */
    NOT_NULL,
    /** The comment on a NOT NULL constraint. */
    NOT_NULL_COMMENT,
    DEFAULT,
    /** What follows {@code GENERATED}, such as {@code ALWAYS AS (a + b) STORED}. */
    GENERATED,
    /** {@code always} or {@code by default}; the options of its sequence are attributes of the column. */
    IDENTITY,
    /** The sequence behind an identity, where it is not called after table and column. */
    SEQUENCE,
    /** Who may do what with the sequence behind an identity. */
    SEQUENCE_GRANTS,
    /** The comment on the sequence behind an identity. */
    SEQUENCE_COMMENT,
    START,
    INCREMENT,
    MINIMUM,
    MAXIMUM,
    CACHE,
    /** {@code yes}. */
    CYCLE,
    /** The column that a sequence goes with. */
    OWNED_BY,
    /** How large values of a column are kept, where it is not as its type says. */
    STORAGE,
    COMPRESSION,
    /** The statistics target; of an index one entry for each column that has one. */
    STATISTICS,
    /** What an object is, in the server's own words: {@code pg_get_constraintdef} and the like. */
    DEFINITION,
    /** The members of an operator class or family, and the mappings of a text search configuration. */
    MEMBERS,
    /** The tables of a publication, with column lists and row filters. */
    TABLES,
    /** The schemas of a publication. */
    SCHEMAS,
    /** {@code disabled}, {@code always} or {@code replica}, of what fires by default. */
    ENABLED,
    /** {@code no}, of an index that is not ready for use. */
    VALID,
    /** The index of the partitioned table that an index is a part of. */
    ATTACHED_TO,
    /** {@code yes}, of the index that {@code CLUSTER} goes by. */
    CLUSTERED,
    /** The comment on the index behind a constraint. */
    INDEX_COMMENT,
    /** {@code enabled} and {@code forced}, each where it is so. */
    ROW_SECURITY,
    /** {@code full}, {@code nothing}, or the name of an index. */
    REPLICA_IDENTITY,
    ACCESS_METHOD,
    TABLESPACE,
    /** What stands after {@code WITH} or in {@code SET (…)}, by name, such as {@code fillfactor=70}. */
    OPTIONS,
    /** The foreign server of a foreign table. */
    SERVER,
    /** What stands in {@code OPTIONS (…)}, by name; the value of what may be a secret is {@code ***}. */
    FOREIGN_OPTIONS,
    OWNER,
    /**
     * Who may do what, one entry a grantee, such as {@code app: insert, select with grant option}: what differs from the
     * server's defaults. {@code public: execute revoked} takes a default away, and {@code select by admin} names who granted
     * it, where that is not the owner.
     */
    GRANTS,
    COMMENT;

    private static final Map<String, Attribute> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Attribute::label, Function.identity()));

    private static final Set<Attribute> LISTS = Set.of(
            COLUMN_ORDER,
            LABELS,
            INHERITS,
            SEQUENCE_GRANTS,
            MEMBERS,
            TABLES,
            SCHEMAS,
            OPTIONS,
            FOREIGN_OPTIONS,
            GRANTS);

    private static final Set<Attribute> SETS =
            Set.of(SEQUENCE_GRANTS, MEMBERS, TABLES, SCHEMAS, OPTIONS, FOREIGN_OPTIONS, GRANTS);

    /** Its name in snapshots and differences, such as {@code not null}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether it has one entry for each of several things, rather than one value. */
    public boolean isList() {
        return LISTS.contains(this);
    }

    /** Whether it is a list whose order means nothing. */
    public boolean isSet() {
        return SETS.contains(this);
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
