package dev.migrations.migration;

import java.util.Optional;

/**
 * The files of a migration that is not written yet; neither of them exists.
 *
 * @param version its number
 * @param up      the up script's file name
 * @param down    the down script's file name; empty for a forward-only migration
 */
public record NewMigration(MigrationVersion version, String up, Optional<String> down) {

    /** What to begin the up script with. */
    public String upHead() {
        return "-- " + up + "\n-- Runs in one transaction, together with its history row.\n\n";
    }

    /** What to begin the down script with. */
    public String downHead() {
        return "-- " + down.orElse("") + "\n-- Takes back what " + up + " does.\n\n";
    }
}
