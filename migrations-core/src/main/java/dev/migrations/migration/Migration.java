package dev.migrations.migration;

import dev.migrations.script.BackfillDirective;
import dev.migrations.script.SqlScript;
import java.util.Optional;

/**
 * One numbered change of a schema, and how to take it back.
 *
 * @param version     its number
 * @param description what it does, as its file name says, such as {@code create_users}
 * @param up          the change
 * @param down        the way back; empty for a forward-only migration
 */
public record Migration(MigrationVersion version, String description, SqlScript up, Optional<SqlScript> down) {

    /** How it goes through a table in batches; empty for one that runs as a whole. */
    public Optional<BackfillDirective> backfill() {
        return Optional.ofNullable(up.directives().backfill());
    }
}
