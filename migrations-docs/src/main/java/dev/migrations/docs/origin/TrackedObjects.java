package dev.migrations.docs.origin;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All objects that scripts have made or changed, and the script that is at work. */
final class TrackedObjects {

    private final Map<Family, TrackedFamily> families = new EnumMap<>(Family.class);
    private final Map<String, QualifiedName> tableOfIndex = new HashMap<>();
    private String script = "";
    private @Nullable String schema;

    TrackedFamily family(Family family) {
        return families.computeIfAbsent(family, none -> new TrackedFamily());
    }

    /** The next script; what the last one has set is gone. */
    void begin(String name) {
        script = name;
        schema = null;
    }

    /** Where names without a schema are from here on; null if that is not known. */
    void searchPath(@Nullable String path) {
        schema = path == null ? null : SearchPath.first(path).orElse(null);
    }

    boolean isKnown(Family family, QualifiedName name) {
        return family(family).find(full(family, name)).isPresent();
    }

    void make(Family family, QualifiedName name) {
        var made = new TrackedObject();
        made.makeBy(script);
        family(family).put(full(family, name), made);
    }

    void change(Family family, QualifiedName name) {
        family(family).get(full(family, name)).changeBy(script);
    }

    void makeColumn(QualifiedName table, Identifier column) {
        relation(table).makeColumn(column.name(), script);
    }

    void changeColumn(QualifiedName table, Identifier column) {
        relation(table).changeColumn(column.name(), script);
    }

    void renameColumn(QualifiedName table, Identifier column, Identifier newName) {
        relation(table).renameColumn(column.name(), newName.name(), script);
    }

    void dropColumn(QualifiedName table, Identifier column) {
        relation(table).dropColumn(column.name());
    }

    QualifiedName rename(Family family, QualifiedName name, String newName) {
        var renamed = new QualifiedName(name.schema(), newName);
        family(family).move(full(family, name), full(family, renamed));
        if (family == Family.SCHEMA) {
            families.values().forEach(each -> each.renameSchema(name.name(), newName));
        }
        return renamed;
    }

    QualifiedName move(Family family, QualifiedName name, String newSchema) {
        var moved = new QualifiedName(newSchema, name.name());
        family(family).move(full(family, name), moved);
        return moved;
    }

    void drop(Family family, QualifiedName name) {
        family(family).remove(full(family, name));
        if (family == Family.SCHEMA) {
            families.values().forEach(each -> each.dropSchema(name.name()));
        }
    }

    void addIndex(Optional<Identifier> name, QualifiedName table) {
        change(Family.RELATION, table);
        name.ifPresent(index -> tableOfIndex.put(index.name(), full(Family.RELATION, table)));
    }

    void alterIndex(QualifiedName index, Optional<Identifier> newName) {
        dropIndex(index)
                .ifPresent(
                        table -> tableOfIndex.put(newName.map(Identifier::name).orElse(index.name()), table));
    }

    /** The table that it was of. */
    Optional<QualifiedName> dropIndex(QualifiedName index) {
        var table = Optional.ofNullable(tableOfIndex.remove(index.name()));
        table.ifPresent(found -> change(Family.RELATION, found));
        return table;
    }

    private TrackedObject relation(QualifiedName name) {
        return family(Family.RELATION).get(full(Family.RELATION, name));
    }

    private QualifiedName full(Family family, QualifiedName name) {
        return name.schema() == null && family.isInSchema() ? new QualifiedName(schema, name.name()) : name;
    }
}
