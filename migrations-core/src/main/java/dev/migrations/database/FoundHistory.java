package dev.migrations.database;

import dev.migrations.migration.SchemaTable;

/**
 * A history table of any folder, as it was found in a database.
 *
 * @param table           its name
 * @param repeatables     whether one of repeatables stands beside it
 * @param fingerprint     whether one of a fingerprint does
 */
public record FoundHistory(SchemaTable table, boolean repeatables, boolean fingerprint) {

    TableName name() {
        return new TableName(String.valueOf(table.schema()), table.table());
    }
}
