package dev.migrations.cli.json;

import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.List;

/** What an object of a schema is called; empty words for what it has not. */
record NameBody(String kind, String schema, String relation, String name) {

    static NameBody of(ObjectName name) {
        return new NameBody(name.kind().sql(), name.schema(), name.relation(), name.name());
    }

    static List<NameBody> of(List<SchemaObject> objects) {
        return objects.stream().map(object -> of(object.name())).toList();
    }
}
