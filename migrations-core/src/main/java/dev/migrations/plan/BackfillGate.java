package dev.migrations.plan;

import dev.migrations.history.Backfill;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.Problem;
import dev.migrations.script.RequiredBackfill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code requires-backfill} asks of a version: that the backfill is complete. One that was declared to be applied, so
 * that nothing ran and nothing is left to run, counts as complete.
 */
final class BackfillGate {

    private final MigrationComparison comparison;
    private final Set<MigrationVersion> undone = new HashSet<>();

    BackfillGate(MigrationComparison comparison) {
        this.comparison = comparison;
    }

    /** What steps before will have undone is not complete, whatever the history says. */
    void undone(Set<MigrationVersion> versions) {
        undone.addAll(versions);
    }

    /** The backfills that a version waits for. */
    List<RequiredBackfill> waitsFor(Migration migration) {
        return migration.up().directives().requiresBackfill().stream()
                .filter(required -> !isComplete(MigrationVersion.parse(required.version())))
                .sorted(Comparator.comparing(required -> MigrationVersion.parse(required.version())))
                .toList();
    }

    /** What is wrong with what a version asks for. */
    List<Problem> refusals(Migration migration) {
        var refusals = new ArrayList<Problem>();
        for (var required : migration.up().directives().requiresBackfill()) {
            var version = MigrationVersion.parse(required.version());
            var found = comparison.find(version);
            if (version.compareTo(migration.version()) >= 0) {
                refusals.add(BackfillRefusals.laterVersion(migration, required));
            } else if (found.isEmpty()) {
                refusals.add(BackfillRefusals.unknownVersion(migration, required, comparison));
            } else if (found.get().migration() != null
                    && found.get().file().backfill().isEmpty()) {
                refusals.add(BackfillRefusals.noBackfill(found.get(), required, comparison));
            }
        }
        return refusals;
    }

    private boolean isComplete(MigrationVersion version) {
        var history = comparison.history();
        return !undone.contains(version)
                && history.find(version).filter(row -> !row.isInterrupted()).isPresent()
                && history.findBackfill(version).map(Backfill::isComplete).orElse(true);
    }
}
