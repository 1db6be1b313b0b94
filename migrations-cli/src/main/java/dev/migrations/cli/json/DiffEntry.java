package dev.migrations.cli.json;

import dev.migrations.schema.ObjectChange;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaDiff;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object that two schemas have differently.
 *
 * @param change     {@code ADDED}, {@code REMOVED} or {@code CHANGED}
 * @param kind       such as {@code table}
 * @param object     its name with its schema, such as {@code public.users.email} for a column
 * @param attributes what of it is different; left out of what came or went
 */
record DiffEntry(
        String change, String kind, String object, @Nullable List<ChangeBody.AttributeBody> attributes) {

    static List<DiffEntry> of(SchemaDiff diff) {
        var entries = new ArrayList<DiffEntry>();
        diff.removed().forEach(object -> entries.add(of("REMOVED", object.name(), null)));
        diff.added().forEach(object -> entries.add(of("ADDED", object.name(), null)));
        diff.changed().forEach(object -> entries.add(of(object)));
        return entries;
    }

    private static DiffEntry of(ObjectChange change) {
        return of("CHANGED", change.name(), ChangeBody.AttributeBody.of(change));
    }

    private static DiffEntry of(String change, ObjectName name, @Nullable List<ChangeBody.AttributeBody> attributes) {
        return new DiffEntry(change, name.kind().sql(), name.path(), attributes);
    }
}
