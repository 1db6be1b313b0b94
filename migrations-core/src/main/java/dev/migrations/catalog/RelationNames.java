package dev.migrations.catalog;

import dev.migrations.schema.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What tables, views and composite types are called, and their columns, indexes and constraints.
 *
 * @param relations by OID
 */
record RelationNames(Map<Long, Names> relations) {

    private static final String QUESTION = """
            select c.oid::bigint, n.nspname, c.relname, '' as part, '' as name
            from pg_catalog.pg_class c
            join user_schema n on n.oid = c.relnamespace
            where {asked c.oid} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
            union all
            select c.oid::bigint, n.nspname, c.relname, 'column ' || a.attnum, a.attname
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join user_schema n on n.oid = c.relnamespace
            where {asked c.oid} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c') and a.attnum > 0 and not a.attisdropped
            union all
            select c.oid::bigint, n.nspname, c.relname, 'index ' || i.oid, i.relname
            from pg_catalog.pg_index x
            join pg_catalog.pg_class c on c.oid = x.indrelid
            join pg_catalog.pg_class i on i.oid = x.indexrelid
            join user_schema n on n.oid = c.relnamespace
            where {asked c.oid}
            union all
            select c.oid::bigint, n.nspname, c.relname, 'constraint ' || o.oid, o.conname
            from pg_catalog.pg_constraint o
            join pg_catalog.pg_class c on c.oid = o.conrelid
            join user_schema n on n.oid = c.relnamespace
            where {asked c.oid}""";

    static RelationNames read(Connection connection, AskedRelations asked) throws SQLException {
        var relations = new HashMap<Long, Names>();
        try (var statement = asked.prepare(connection, QUESTION);
                var result = statement.executeQuery()) {
            while (result.next()) {
                var whole = new Whole(result.getString("nspname"), result.getString("relname"));
                relations
                        .computeIfAbsent(result.getLong("oid"), oid -> new Names(whole, new HashMap<>()))
                        .parts
                        .put(result.getString("part"), result.getString("name"));
            }
        }
        return new RelationNames(relations);
    }

    /** Whether one of these, or a part of it, had another name. */
    boolean isRenamedSince(RelationNames last) {
        return relations.entrySet().stream().anyMatch(relation -> {
            var before = last.relations.get(relation.getKey());
            return before != null && before.isOtherThan(relation.getValue());
        });
    }

    RelationNames without(Collection<Long> gone) {
        var left = new HashMap<>(relations);
        left.keySet().removeAll(gone);
        return new RelationNames(left);
    }

    RelationNames with(RelationNames newer) {
        var all = new HashMap<>(relations);
        all.putAll(newer.relations);
        return new RelationNames(all);
    }

    /** The name of one that is among these. */
    Whole whole(long oid) {
        return Objects.requireNonNull(relations.get(oid), () -> "no relation " + oid).whole;
    }

    /** What one is called. */
    record Names(Whole whole, Map<String, String> parts) {

        private boolean isOtherThan(Names now) {
            return !whole.equals(now.whole)
                    || parts.entrySet().stream().anyMatch(part -> !part.getValue()
                            .equals(now.parts.getOrDefault(part.getKey(), part.getValue())));
        }
    }

    /** A relation by name. */
    record Whole(String schema, String name) {

        /** The one that this names, or a part of. */
        static Whole of(ObjectName name) {
            return new Whole(name.schema(), name.relation().isEmpty() ? name.name() : name.relation());
        }
    }
}
