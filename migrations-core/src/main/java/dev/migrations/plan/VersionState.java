package dev.migrations.plan;

import dev.migrations.history.AppliedMigration;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * One version: its file, its row, and what they say together; at least one of the two is there.
 *
 * @param version   the number
 * @param state     what the two say together
 * @param migration the files; null where they are missing
 * @param applied   the row; null where it was never applied
 */
public record VersionState(
        MigrationVersion version,
        MigrationState state,
        @Nullable Migration migration,
        @Nullable AppliedMigration applied) {

    /** From the file if it is there, else from the row. */
    public String description() {
        return migration != null ? migration.description() : row().description();
    }

    /** The up script's name, from the file if it is there, else from the row. */
    public String script() {
        return migration != null ? migration.up().name() : row().script();
    }

    /** The up script's checksum, of what was applied if it was applied. */
    public String checksum() {
        return applied != null ? applied.checksum() : file().up().checksum();
    }

    /** Whether there is a way back: a down script as a file or in the row, or none needed, as for a backfill. */
    public boolean isReversible() {
        if (state == MigrationState.BASELINE) {
            return false;
        }
        return (migration != null
                        && (migration.down().isPresent() || migration.backfill().isPresent()))
                || (applied != null && applied.down().kept());
    }

    /** The files, where the state implies that they are there. */
    Migration file() {
        if (migration == null) {
            throw new IllegalStateException("no file for " + this);
        }
        return migration;
    }

    /** The row, where the state implies that it is there. */
    AppliedMigration row() {
        if (applied == null) {
            throw new IllegalStateException("no row for " + this);
        }
        return applied;
    }
}
