package dev.migrations;

import dev.migrations.database.HistoryTable;
import dev.migrations.migration.SchemaTable;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaSnapshot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The history tables, which no migration has made: a picture of a schema leaves them out. */
record OwnTables(Set<ObjectName> names) {

    static OwnTables of(HistoryTable table) {
        return of(table.tables());
    }

    static OwnTables of(List<SchemaTable> tables) {
        return new OwnTables(tables.stream()
                .map(table -> ObjectName.in(String.valueOf(table.schema()), ObjectKind.TABLE, table.table()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    SchemaSnapshot leftOutOf(SchemaSnapshot snapshot) {
        return snapshot.without(names::contains);
    }
}
