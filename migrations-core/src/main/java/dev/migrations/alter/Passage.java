package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two schemas, and what becomes of each unit between them. */
final class Passage {

    private final Map<ObjectName, SchemaObject> before;
    private final Map<ObjectName, SchemaObject> after;
    private final Set<ObjectName> names;
    private final UnitOrder beforeOrder;
    private final UnitOrder afterOrder;
    private final int majorVersion;
    private final Map<ObjectName, Fate> fates = new HashMap<>();
    private final Map<ObjectName, ObjectName> inTheWay = new HashMap<>();

    Passage(SchemaSnapshot before, SchemaSnapshot after) {
        this.before = units(before);
        this.after = units(after);
        beforeOrder = new UnitOrder(this.before);
        afterOrder = new UnitOrder(this.after);
        majorVersion = before.majorVersion();
        names = new TreeSet<>(this.before.keySet());
        names.addAll(this.after.keySet());
        new Fates(this).decide();
    }

    /** Wholes and parts, but for columns, which are their table's. */
    private static Map<ObjectName, SchemaObject> units(SchemaSnapshot snapshot) {
        var units = new LinkedHashMap<ObjectName, SchemaObject>();
        snapshot.objects().stream()
                .flatMap(SchemaObject::stream)
                .filter(object -> object.kind() != ObjectKind.COLUMN)
                .forEach(unit -> units.put(unit.name(), unit));
        return units;
    }

    /** Of the server that the statements are for. */
    int majorVersion() {
        return majorVersion;
    }

    UnitOrder beforeOrder() {
        return beforeOrder;
    }

    UnitOrder afterOrder() {
        return afterOrder;
    }

    Set<ObjectName> names() {
        return names;
    }

    Optional<SchemaObject> findBefore(ObjectName name) {
        return Optional.ofNullable(before.get(name));
    }

    Optional<SchemaObject> findAfter(ObjectName name) {
        return Optional.ofNullable(after.get(name));
    }

    SchemaObject before(ObjectName name) {
        return findBefore(name).orElseThrow();
    }

    SchemaObject after(ObjectName name) {
        return findAfter(name).orElseThrow();
    }

    Fate fate(ObjectName name) {
        return fates.getOrDefault(name, Fate.KEPT);
    }

    void decide(ObjectName name, Fate fate) {
        fates.put(name, fate);
    }

    /** What would have to be remade with it and cannot. */
    Optional<ObjectName> findInTheWay(ObjectName name) {
        return Optional.ofNullable(inTheWay.get(name));
    }

    void standsInTheWay(ObjectName obstacle, ObjectName name) {
        inTheWay.put(name, obstacle);
    }

    /** The table that a part belongs to. */
    ObjectName whole(ObjectName part) {
        var whole = beforeOrder.whole(part);
        return whole.equals(part) ? afterOrder.whole(part) : whole;
    }

    /** The tables that a table inherits from or is a partition of, both before and after. */
    List<ObjectName> parents(ObjectName table) {
        var now = parents(afterOrder, after.get(table));
        return fate(table) == Fate.MADE
                ? List.of()
                : parents(beforeOrder, before.get(table)).stream()
                        .filter(now::contains)
                        .toList();
    }

    /** Whether something inherits from it, before and after. */
    boolean hasChildren(ObjectName table) {
        return beforeOrder.neededBy(table).stream()
                .anyMatch(name -> name.kind() == ObjectKind.TABLE
                        && after.containsKey(name)
                        && parents(name).contains(table));
    }

    private static List<ObjectName> parents(UnitOrder order, @Nullable SchemaObject table) {
        if (table == null) {
            return List.of();
        }
        var keys = Stream.of(Attribute.INHERITS, Attribute.PARTITION_OF)
                .flatMap(attribute -> Mentions.of(table, attribute).stream())
                .toList();
        return order.needs(table.name()).stream()
                .filter(name -> keys.contains(Mentions.key(name)))
                .toList();
    }
}
