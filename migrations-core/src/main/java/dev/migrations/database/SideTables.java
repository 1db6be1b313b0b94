package dev.migrations.database;

import dev.migrations.migration.MigrationSet;

/**
 * Which tables stand beside the history table: each is made when a folder first needs it.
 *
 * @param repeatables the latest run of each repeatable
 * @param backfills   how far each backfill is
 * @param fingerprint what the latest run has left
 */
record SideTables(boolean repeatables, boolean backfills, boolean fingerprint) {

    /** What these files need; a fingerprint makes its own. */
    static SideTables neededBy(MigrationSet set) {
        return new SideTables(
                !set.repeatables().isEmpty(),
                set.migrations().stream()
                        .anyMatch(migration -> migration.backfill().isPresent()),
                false);
    }

    /** Those that one of the two has. */
    SideTables or(SideTables others) {
        return new SideTables(
                repeatables || others.repeatables, backfills || others.backfills, fingerprint || others.fingerprint);
    }
}
