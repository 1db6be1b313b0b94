package dev.migrations.docs.origin;

import dev.migrations.script.QualifiedName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of one family by their names. A name that says no schema is kept without one: the search path that was in force
 * is not always known.
 */
final class TrackedFamily {

    private static final String UNKNOWN = "";

    private final Map<String, Map<String, TrackedObject>> bySchemaByName = new LinkedHashMap<>();

    void put(QualifiedName name, TrackedObject object) {
        schemas(name.name()).put(schema(name), object);
    }

    /** The one that a script means; one that no script has made is there from now on. */
    TrackedObject get(QualifiedName name) {
        return find(name).orElseGet(() -> {
            var first = new TrackedObject();
            put(name, first);
            return first;
        });
    }

    /** Of that schema; else one that was named without a schema; a name without one also means the only one that there is. */
    Optional<TrackedObject> find(QualifiedName name) {
        return schema(name, schemas(name.name())).map(schemas(name.name())::get);
    }

    /** Of that schema, or one that was named without any. */
    Optional<TrackedObject> findExactly(QualifiedName name) {
        return Optional.ofNullable(schemas(name.name()).get(schema(name)));
    }

    Optional<TrackedObject> remove(QualifiedName name) {
        return schema(name, schemas(name.name())).map(schemas(name.name())::remove);
    }

    void move(QualifiedName name, QualifiedName newName) {
        remove(name).ifPresent(moved -> put(newName, moved));
    }

    void dropSchema(String schema) {
        bySchemaByName.values().forEach(schemas -> schemas.remove(schema));
    }

    void renameSchema(String schema, String newSchema) {
        bySchemaByName.values().forEach(schemas -> {
            var moved = schemas.remove(schema);
            if (moved != null) {
                schemas.put(newSchema, moved);
            }
        });
    }

    private Map<String, TrackedObject> schemas(String name) {
        return bySchemaByName.computeIfAbsent(name, none -> new LinkedHashMap<>());
    }

    private static Optional<String> schema(QualifiedName name, Map<String, TrackedObject> schemas) {
        var schema = schema(name);
        if (schemas.containsKey(schema)) {
            return Optional.of(schema);
        }
        if (schemas.containsKey(UNKNOWN)) {
            return Optional.of(UNKNOWN);
        }
        return name.schema() == null && schemas.size() == 1
                ? schemas.keySet().stream().findFirst()
                : Optional.empty();
    }

    private static String schema(QualifiedName name) {
        return name.schema() == null ? UNKNOWN : name.schema();
    }
}
