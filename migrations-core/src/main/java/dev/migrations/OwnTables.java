package dev.migrations;

import dev.migrations.database.HistoryTable;
import dev.migrations.migration.SchemaTable;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaSnapshot;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The history tables, which no migration has made: a picture of a schema leaves them out, and a schema that holds nothing
 * else with them.
 */
record OwnTables(Set<ObjectName> names) {

    static OwnTables of(HistoryTable table) {
        return of(table.tables());
    }

    static OwnTables of(Collection<SchemaTable> tables) {
        return new OwnTables(tables.stream()
                .map(table -> ObjectName.in(String.valueOf(table.schema()), ObjectKind.TABLE, table.table()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    SchemaSnapshot leftOutOf(SchemaSnapshot snapshot) {
        var left = snapshot.without(names::contains);
        var inUse = schemas(left);
        inUse.add("public"); // every database has it from the start
        var own = schemas(snapshot);
        own.removeAll(inUse);
        return left.without(name -> name.kind() == ObjectKind.SCHEMA && own.contains(name.name()));
    }

    private static Set<String> schemas(SchemaSnapshot snapshot) {
        return snapshot.objects().stream()
                .map(object -> object.name().schema())
                .filter(schema -> !schema.isEmpty())
                .collect(Collectors.toSet());
    }
}
