package dev.migrations.docs.reference;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tables are partitions of which. */
final class Partitions {

    private final Map<ObjectName, List<Link>> children = new HashMap<>();

    Partitions(SchemaSnapshot snapshot, TableNames tables) {
        for (var object : snapshot.objects()) {
            object.find(Attribute.PARTITION_OF)
                    .flatMap(parent -> tables.find(new KeyReader(parent).name()))
                    .ifPresent(parent -> add(parent, object));
        }
    }

    private void add(ObjectName parent, SchemaObject partition) {
        var bound = partition.find(Attribute.PARTITION_BOUND).orElse("");
        children.computeIfAbsent(parent, name -> new ArrayList<>())
                .add(new Link(partition.name(), (partition.name().path() + " " + bound).strip()));
    }

    /** The partitions of a table, by name. */
    List<Link> of(ObjectName table) {
        return children.getOrDefault(table, List.of());
    }
}
