package dev.migrations.docs.reference;

import dev.migrations.docs.origin.Origins;
import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Goes through a snapshot once for the foreign keys, and once for everything. */
final class ReferenceReading {

    private final SchemaSnapshot snapshot;
    private final Origins origins;
    private final Partitions partitions;
    private final Map<ObjectName, Keys> keys = new HashMap<>();
    private final Map<ObjectName, List<ForeignKey>> outgoing = new HashMap<>();
    private final Map<ObjectName, List<ForeignKey>> incoming = new HashMap<>();

    ReferenceReading(SchemaSnapshot snapshot, Origins origins) {
        this.snapshot = snapshot;
        this.origins = origins;
        var tables = new TableNames(snapshot);
        this.partitions = new Partitions(snapshot, tables);
        for (var object : snapshot.objects()) {
            var own = new Keys(object);
            keys.put(object.name(), own);
            for (var key : own.foreign(tables)) {
                outgoing.computeIfAbsent(key.table(), name -> new ArrayList<>()).add(key);
                incoming.computeIfAbsent(key.target(), name -> new ArrayList<>())
                        .add(key);
            }
        }
    }

    /** Those that hold something, or have a comment. */
    List<SchemaReference> schemas() {
        var bySchema = new TreeMap<String, List<SchemaObject>>();
        var comments = new HashMap<String, String>();
        for (var object : snapshot.objects()) {
            if (object.kind() == ObjectKind.SCHEMA) {
                object.find(Attribute.COMMENT)
                        .ifPresent(text -> comments.put(object.name().name(), text));
                bySchema.computeIfAbsent(object.name().name(), name -> new ArrayList<>());
            } else if (!object.name().schema().isEmpty()) {
                bySchema.computeIfAbsent(object.name().schema(), name -> new ArrayList<>())
                        .add(object);
            }
        }
        var schemas = new ArrayList<SchemaReference>();
        bySchema.forEach((name, objects) ->
                schemas.add(new SchemaReference(name, Optional.ofNullable(comments.get(name)), sections(objects))));
        return schemas;
    }

    /** What lives in no schema. */
    List<Section> shared() {
        return sections(snapshot.objects().stream()
                .filter(object -> object.name().schema().isEmpty() && object.kind() != ObjectKind.SCHEMA)
                .toList());
    }

    private List<Section> sections(List<SchemaObject> objects) {
        var byKind = new EnumMap<SectionKind, List<Entry>>(SectionKind.class);
        for (var object : objects) {
            byKind.computeIfAbsent(SectionKind.of(object.kind()), kind -> new ArrayList<>())
                    .add(entry(object));
        }
        var sections = new ArrayList<Section>();
        byKind.forEach((kind, entries) -> sections.add(new Section(kind.title(), entries)));
        return sections;
    }

    private Entry entry(SchemaObject object) {
        var name = object.name();
        var reading = new EntryReading(object, keys.getOrDefault(name, new Keys(object)), origins);
        return reading.entry(
                outgoing.getOrDefault(name, List.of()), incoming.getOrDefault(name, List.of()), partitions.of(name));
    }
}
