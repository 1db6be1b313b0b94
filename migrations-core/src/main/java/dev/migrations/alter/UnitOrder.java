package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The units of a schema, each after those that it needs: what it mentions, and a part's whole. A table is one unit with its
 * columns. Among what could come next, the kind decides; where units need each other in a ring, it decides as well.
 */
final class UnitOrder {

    private static final List<ObjectKind> KINDS = List.of(
            ObjectKind.SCHEMA,
            ObjectKind.EXTENSION,
            ObjectKind.ACCESS_METHOD,
            ObjectKind.LANGUAGE,
            ObjectKind.FOREIGN_DATA_WRAPPER,
            ObjectKind.SERVER,
            ObjectKind.USER_MAPPING,
            ObjectKind.COLLATION,
            ObjectKind.CONVERSION,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.SEQUENCE,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.AGGREGATE,
            ObjectKind.OPERATOR,
            ObjectKind.OPERATOR_FAMILY,
            ObjectKind.OPERATOR_CLASS,
            ObjectKind.CAST,
            ObjectKind.TRANSFORM,
            ObjectKind.TEXT_SEARCH_PARSER,
            ObjectKind.TEXT_SEARCH_TEMPLATE,
            ObjectKind.TEXT_SEARCH_DICTIONARY,
            ObjectKind.TEXT_SEARCH_CONFIGURATION,
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.COLUMN,
            ObjectKind.CONSTRAINT,
            ObjectKind.INDEX,
            ObjectKind.STATISTICS,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.RULE,
            ObjectKind.TRIGGER,
            ObjectKind.POLICY,
            ObjectKind.PUBLICATION,
            ObjectKind.SUBSCRIPTION,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.DEFAULT_PRIVILEGES);

    private final Map<ObjectName, SchemaObject> units;
    private final Map<String, List<ObjectName>> byKey = new HashMap<>();
    private final Map<ObjectName, Set<ObjectName>> needs = new HashMap<>();
    private final Map<ObjectName, Set<ObjectName>> needed = new HashMap<>();
    private final Map<ObjectName, Integer> positions = new HashMap<>();

    UnitOrder(Map<ObjectName, SchemaObject> units) {
        this.units = units;
        units.keySet().forEach(name -> byKey.computeIfAbsent(Mentions.key(name), key -> new ArrayList<>())
                .add(name));
        units.values().forEach(this::connect);
        sort();
    }

    /** Where it stands; a column with its table, and what is not there at the end. */
    int position(ObjectName name) {
        var unit = name.kind() == ObjectKind.COLUMN ? whole(name) : name;
        return positions.getOrDefault(unit, units.size());
    }

    /** What it mentions, and its whole. */
    Set<ObjectName> needs(ObjectName name) {
        return needs.getOrDefault(name, Set.of());
    }

    /** What mentions it, and its parts. */
    Set<ObjectName> neededBy(ObjectName name) {
        return needed.getOrDefault(name, Set.of());
    }

    /** The unit that a part belongs to, or itself. */
    ObjectName whole(ObjectName part) {
        return part.relation().isEmpty()
                ? part
                : wholes(part).filter(units::containsKey).findFirst().orElse(part);
    }

    private static Stream<ObjectName> wholes(ObjectName part) {
        return Stream.of(
                        ObjectKind.TABLE,
                        ObjectKind.FOREIGN_TABLE,
                        ObjectKind.VIEW,
                        ObjectKind.MATERIALIZED_VIEW,
                        ObjectKind.TYPE,
                        ObjectKind.DOMAIN)
                .map(kind -> ObjectName.in(part.schema(), kind, part.relation()));
    }

    private void connect(SchemaObject unit) {
        var name = unit.name();
        Mentions.of(unit).stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .filter(other -> !other.equals(name))
                .forEach(other -> connect(name, other));
        if (name.kind().isPart()) {
            connect(name, whole(name));
        }
        if (unit.find(Attribute.DEFINITION)
                .filter(text -> text.startsWith("FOREIGN KEY"))
                .isPresent()) {
            keysMeantBy(unit).forEach(key -> connect(name, key));
        }
    }

    private void connect(ObjectName name, ObjectName other) {
        needs.computeIfAbsent(name, each -> new TreeSet<>()).add(other);
        needed.computeIfAbsent(other, each -> new TreeSet<>()).add(name);
    }

    /** The primary key or unique constraint with the columns that a foreign key refers to, or a unique index. */
    private List<ObjectName> keysMeantBy(SchemaObject foreignKey) {
        var definition = foreignKey.find(Attribute.DEFINITION).orElseThrow();
        var columns = definition.substring(definition.indexOf('(', definition.indexOf(" REFERENCES ")));
        var list = columns.substring(0, columns.indexOf(')') + 1);
        return needs(foreignKey.name()).stream()
                .filter(table -> table.kind() == ObjectKind.TABLE)
                .flatMap(table -> Optional.ofNullable(units.get(table)).stream())
                .flatMap(table -> table.parts().stream())
                .filter(part -> part.find(Attribute.DEFINITION)
                        .filter(text -> (text.startsWith("PRIMARY KEY")
                                        || text.startsWith("UNIQUE")
                                        || text.startsWith("CREATE UNIQUE INDEX"))
                                && text.contains(list))
                        .isPresent())
                .map(SchemaObject::name)
                .toList();
    }

    private void sort() {
        var ranks = new HashMap<ObjectName, Integer>();
        units.forEach((name, unit) -> ranks.put(name, rank(unit)));
        var order = Comparator.<ObjectName, Integer>comparing(ranks::get).thenComparing(Comparator.naturalOrder());
        var missing = new HashMap<ObjectName, Integer>();
        units.keySet().forEach(name -> missing.put(name, needs(name).size()));
        var free = new PriorityQueue<>(order);
        units.keySet().stream().filter(name -> needs(name).isEmpty()).forEach(free::add);
        var inRings = new ArrayDeque<>(units.keySet().stream().sorted(order).toList());
        while (positions.size() < units.size()) {
            var next = free.isEmpty() ? inRings.remove() : free.remove();
            if (!positions.containsKey(next)) {
                positions.put(next, positions.size());
                neededBy(next).forEach(name -> {
                    if (missing.merge(name, -1, Integer::sum) == 0) {
                        free.add(name);
                    }
                });
            }
        }
    }

    private static int rank(SchemaObject unit) {
        var foreignKey = unit.kind() == ObjectKind.CONSTRAINT
                && unit.find(Attribute.DEFINITION).orElse("").startsWith("FOREIGN KEY");
        return foreignKey ? KINDS.size() : KINDS.indexOf(unit.kind());
    }
}
