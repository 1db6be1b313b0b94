package dev.migrations.schema;

import java.util.Comparator;

/**
 * What an object is called; names are as the catalogue has them, unquoted.
 *
 * @param kind     what it is
 * @param schema   where it lives; empty for what lives in no schema
 * @param relation the table, view or domain that it is a part of; empty for what is no part
 * @param name     its own name; of a routine with its argument types, as in {@code total(integer, text)}
 */
public record ObjectName(ObjectKind kind, String schema, String relation, String name)
        implements Comparable<ObjectName> {

    private static final Comparator<ObjectName> ORDER = Comparator.comparing(ObjectName::schema)
            .thenComparing(ObjectName::kind)
            .thenComparing(ObjectName::relation)
            .thenComparing(ObjectName::name);

    /** Of what lives in no schema. */
    public static ObjectName of(ObjectKind kind, String name) {
        return new ObjectName(kind, "", "", name);
    }

    /** Of what lives in a schema. */
    public static ObjectName in(String schema, ObjectKind kind, String name) {
        return new ObjectName(kind, schema, "", name);
    }

    /** Of a part of this one. */
    public ObjectName part(ObjectKind partKind, String partName) {
        return new ObjectName(partKind, schema, name, partName);
    }

    /** What lives in no schema first, then by schema. */
    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    /** Without the kind, such as {@code public.users.email}. */
    public String path() {
        var prefix = schema.isEmpty() ? "" : schema + ".";
        return prefix + (relation.isEmpty() ? "" : relation + ".") + name;
    }

    /** Such as {@code column public.users.email}. */
    @Override
    public String toString() {
        return kind + " " + path();
    }
}
