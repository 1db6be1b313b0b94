package dev.migrations.plan;

import dev.migrations.history.AppliedMigration;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.PlannedStep.RollBack;
import dev.migrations.problem.Problem;
import dev.migrations.script.ScriptSource;
import dev.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Plans the way down: the highest version first, by its down file or, where that is not there, by the script that was kept
 * when it was applied. A version without either, or a baseline, refuses the whole plan; a backfill needs none.
 */
final class DownPlanner {

    private final MigrationComparison comparison;
    private final List<PlannedStep> steps = new ArrayList<>();
    private final List<Problem> refusals = new ArrayList<>();

    DownPlanner(MigrationComparison comparison) {
        this.comparison = comparison;
    }

    /** The last {@code count} versions that have a row. */
    MigrationPlan plan(int count) {
        return plan(appliedFromTheTop().stream().limit(count).toList());
    }

    /** Every version with a row above this one. */
    MigrationPlan planAbove(MigrationVersion version) {
        return plan(appliedFromTheTop().stream()
                .filter(state -> state.version().compareTo(version) > 0)
                .toList());
    }

    private MigrationPlan plan(List<VersionState> versions) {
        versions.forEach(this::consider);
        return new MigrationPlan(refusals.isEmpty() ? steps : List.of(), refusals);
    }

    private List<VersionState> appliedFromTheTop() {
        var applied = new ArrayList<>(comparison.versions().stream()
                .filter(version -> version.applied() != null)
                .toList());
        Collections.reverse(applied);
        return applied;
    }

    private void consider(VersionState version) {
        var row = version.row();
        var down = findDown(version);
        if (row.state() == AppliedMigration.State.BASELINE) {
            refusals.add(Refusals.belowBaseline(version));
        } else if (row.isInterrupted() && row.state() != AppliedMigration.State.ROLLING_BACK) {
            refusals.add(Refusals.interruptedUp(version));
        } else if (down.isEmpty() && isBackfill(version)) {
            // what it has written may stay: nothing but its rows goes
            rollBack(version, SqlScript.read(ScriptSource.ofText(version.script() + " (without a down script)", "")));
        } else if (down.isEmpty()) {
            refusals.add(Refusals.noDown(version));
        } else if (down.get().defect() == null && down.get().segments().isEmpty()) {
            refusals.add(Refusals.emptyDown(version, down.get()));
        } else {
            rollBack(version, down.get());
        }
    }

    private void rollBack(VersionState version, SqlScript down) {
        var row = version.row();
        var done = row.state() == AppliedMigration.State.ROLLING_BACK ? row.segmentChecksums() : List.<String>of();
        BackfillRefusals.misplaced(down).ifPresent(refusals::add);
        var against = RunnableScript.refusals(down, comparison.settings());
        refusals.addAll(against);
        if (against.isEmpty() && !UpPlanner.startsWith(down, done)) {
            refusals.add(Refusals.editedWhileInterrupted(version));
        }
        steps.add(new RollBack(row, down, done.size()));
    }

    private static Optional<SqlScript> findDown(VersionState version) {
        return Optional.ofNullable(version.migration())
                .flatMap(Migration::down)
                .or(() -> Optional.ofNullable(version.row().down().text()).map(text -> stored(version, text)));
    }

    private boolean isBackfill(VersionState version) {
        var migration = version.migration();
        return comparison.history().findBackfill(version.version()).isPresent()
                || (migration != null && migration.backfill().isPresent());
    }

    private static SqlScript stored(VersionState version, String text) {
        return SqlScript.read(ScriptSource.ofText("down script kept for " + version.script(), text));
    }
}
