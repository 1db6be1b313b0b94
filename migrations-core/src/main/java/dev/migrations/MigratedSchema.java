package dev.migrations;

import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.script.SqlScript;
import java.util.List;

/**
 * What migrations have made.
 *
 * @param snapshot of the database, without the tables of the migrations themselves
 * @param scripts  the files that were applied, in the order in which they run; those that are not there any more are left out
 */
public record MigratedSchema(SchemaSnapshot snapshot, List<SqlScript> scripts) {

    public MigratedSchema {
        scripts = List.copyOf(scripts);
    }
}
