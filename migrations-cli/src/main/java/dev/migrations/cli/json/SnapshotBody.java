package dev.migrations.cli.json;

import dev.migrations.cli.output.DdlChoice;
import dev.migrations.cli.output.SnapshotComparison;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one database is made of.
 *
 * @param server  the server's major version
 * @param objects in the order of the file
 */
record SnapshotBody(int server, List<ObjectBody> objects) {

    static SnapshotBody of(SchemaSnapshot snapshot) {
        return new SnapshotBody(
                snapshot.majorVersion(),
                snapshot.objects().stream().map(ObjectBody::of).toList());
    }

    /** One object with its parts. */
    record ObjectBody(NameBody object, Map<String, List<String>> attributes, List<ObjectBody> parts) {

        static ObjectBody of(SchemaObject object) {
            var attributes = new LinkedHashMap<String, List<String>>();
            object.attributes().forEach((attribute, values) -> attributes.put(attribute.label(), values));
            return new ObjectBody(
                    NameBody.of(object.name()),
                    attributes,
                    object.parts().stream().map(ObjectBody::of).toList());
        }

        static List<ObjectBody> of(List<SchemaObject> objects) {
            return objects.stream().map(ObjectBody::of).toList();
        }
    }

    /**
     * One database held against its file.
     *
     * @param matches whether nothing differs
     * @param added   what is in the database only
     * @param removed what is in the file only
     * @param changed what is in both, differently
     * @param ddl     what makes the database as the file says, where that was asked for
     * @param notes   where the comparison may say too much
     */
    record ComparisonBody(
            String file,
            boolean matches,
            List<ObjectBody> added,
            List<ObjectBody> removed,
            List<ChangeBody> changed,
            @Nullable List<DdlBody> ddl,
            List<String> notes) {

        static ComparisonBody of(SnapshotComparison comparison, DdlChoice ddl) {
            var diff = comparison.diff();
            return new ComparisonBody(
                    comparison.file(),
                    diff.isEmpty(),
                    ObjectBody.of(diff.added()),
                    ObjectBody.of(diff.removed()),
                    ChangeBody.of(diff),
                    ddl == DdlChoice.WITH ? DdlBody.of(comparison.ddl()) : null,
                    comparison.notes());
        }
    }
}
