package dev.migrations.docs.reference;

import dev.migrations.docs.origin.Origins;
import dev.migrations.schema.SchemaSnapshot;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to say of a database, in the order in which the pages say it.
 *
 * @param name         the database's name, as its owner knows it
 * @param majorVersion of the server
 * @param schemas      by name
 * @param shared       what lives in no schema, such as extensions
 * @param unread       the statements that could not be read, whose work is attributed to no migration
 */
public record DatabaseReference(
        String name, int majorVersion, List<SchemaReference> schemas, List<Section> shared, List<String> unread) {

    public DatabaseReference {
        schemas = List.copyOf(schemas);
        shared = List.copyOf(shared);
        unread = List.copyOf(unread);
    }

    /** Puts a snapshot in order. */
    public static DatabaseReference of(String name, SchemaSnapshot snapshot, Origins origins) {
        var reading = new ReferenceReading(snapshot, origins);
        return new DatabaseReference(
                name, snapshot.majorVersion(), reading.schemas(), reading.shared(), origins.unread());
    }

    /** The tables of all schemas. */
    public Stream<Entry> tables() {
        return schemas.stream().flatMap(schema -> schema.tables().stream());
    }
}
