package dev.migrations.cli.json;

import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectChange;
import dev.migrations.schema.SchemaDiff;
import java.util.List;

/** One object that two schemas have differently. */
record ChangeBody(NameBody object, List<AttributeBody> attributes) {

    /** What of it is different, before and after; no value where nothing is said of it. */
    record AttributeBody(String attribute, List<String> from, List<String> to) {

        private static AttributeBody of(AttributeChange change) {
            return new AttributeBody(change.attribute().label(), change.from(), change.to());
        }

        static List<AttributeBody> of(ObjectChange object) {
            return object.changes().stream().map(AttributeBody::of).toList();
        }
    }

    static List<ChangeBody> of(SchemaDiff diff) {
        return diff.changed().stream()
                .map(change -> new ChangeBody(NameBody.of(change.name()), AttributeBody.of(change)))
                .toList();
    }
}
