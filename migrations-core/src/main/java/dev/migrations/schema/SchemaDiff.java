package dev.migrations.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What leads from one snapshot to another.
 *
 * @param added   objects with their parts, and parts of objects that both have
 * @param removed the same, of what is there no longer
 * @param changed what both have, differently
 */
public record SchemaDiff(List<SchemaObject> added, List<SchemaObject> removed, List<ObjectChange> changed) {

    /** Of what is equal. */
    public static final SchemaDiff NONE = new SchemaDiff(List.of(), List.of(), List.of());

    public SchemaDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    static SchemaDiff between(SchemaSnapshot before, SchemaSnapshot after) {
        var diff = new SchemaDiff.Builder();
        diff.compare(before.objects(), after.objects());
        return new SchemaDiff(diff.added, diff.removed, diff.changed);
    }

    /** Whether the two are equal. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /** The way back. */
    public SchemaDiff reversed() {
        return new SchemaDiff(
                removed, added, changed.stream().map(SchemaDiff::reversed).toList());
    }

    private static ObjectChange reversed(ObjectChange change) {
        return new ObjectChange(
                change.after(),
                change.before(),
                change.changes().stream()
                        .map(one -> new AttributeChange(one.attribute(), one.to(), one.from()))
                        .toList());
    }

    private static final class Builder {

        private final List<SchemaObject> added = new ArrayList<>();
        private final List<SchemaObject> removed = new ArrayList<>();
        private final List<ObjectChange> changed = new ArrayList<>();

        private void compare(List<SchemaObject> before, List<SchemaObject> after) {
            var old = byName(before);
            var now = byName(after);
            before.stream().filter(object -> !now.containsKey(object.name())).forEach(removed::add);
            for (var object : after) {
                var was = old.get(object.name());
                if (was == null) {
                    added.add(object);
                } else if (!was.equals(object)) {
                    compare(was, object);
                }
            }
        }

        private void compare(SchemaObject was, SchemaObject is) {
            var changes = changes(was, is);
            if (!changes.isEmpty()) {
                changed.add(new ObjectChange(was, is, changes));
            }
            compare(was.parts(), is.parts());
        }

        private static List<AttributeChange> changes(SchemaObject was, SchemaObject is) {
            var changes = new ArrayList<AttributeChange>();
            for (var attribute : EnumSet.allOf(Attribute.class)) {
                if (attribute == Attribute.COLUMN_ORDER) {
                    addOrder(was, is, changes);
                } else if (!was.values(attribute).equals(is.values(attribute))) {
                    changes.add(new AttributeChange(attribute, was.values(attribute), is.values(attribute)));
                }
            }
            return changes;
        }

        /** Of the columns that both have: one that came or went says so itself. */
        private static void addOrder(SchemaObject was, SchemaObject is, List<AttributeChange> changes) {
            var from = columns(was);
            var to = columns(is);
            from.retainAll(columns(is));
            to.retainAll(columns(was));
            if (!from.equals(to)) {
                changes.add(new AttributeChange(Attribute.COLUMN_ORDER, from, to));
            }
        }

        private static List<String> columns(SchemaObject table) {
            return table.parts(ObjectKind.COLUMN).stream()
                    .map(column -> column.name().name())
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private static Map<ObjectName, SchemaObject> byName(List<SchemaObject> objects) {
            return objects.stream()
                    .collect(Collectors.toMap(
                            SchemaObject::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        }
    }
}
