package dev.migrations.schema;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * An exact picture of what a database is made of: names instead of OIDs, and in an order of its own, so that two databases
 * that are made alike have equal pictures, however they came to be.
 *
 * @param serverVersion the server's {@code server_version_num}, such as 180006; some texts differ between major versions
 * @param objects       each once, with its parts
 */
public record SchemaSnapshot(int serverVersion, List<SchemaObject> objects) {

    public SchemaSnapshot {
        objects = objects.stream()
                .sorted(Comparator.comparing(SchemaObject::name))
                .toList();
    }

    /** The same without some objects; what is a part goes with its whole. */
    public SchemaSnapshot without(Predicate<ObjectName> left) {
        return new SchemaSnapshot(
                serverVersion,
                objects.stream()
                        .filter(object -> !left.test(object.name()))
                        .map(object -> new SchemaObject(
                                object.name(),
                                object.attributes(),
                                object.parts().stream()
                                        .filter(part -> !left.test(part.name()))
                                        .toList()))
                        .toList());
    }

    /** The server's major version, such as 18. */
    public int majorVersion() {
        return serverVersion / 10_000;
    }

    /** What leads from this one to another. */
    public SchemaDiff to(SchemaSnapshot after) {
        return SchemaDiff.between(this, after);
    }
}
