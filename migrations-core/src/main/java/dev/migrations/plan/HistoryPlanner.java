package dev.migrations.plan;

import dev.migrations.history.AppliedMigration;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.PlannedStep.Declare;
import dev.migrations.plan.PlannedStep.Forget;
import dev.migrations.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans that touch the history and nothing else: baseline, force, repair. */
final class HistoryPlanner {

    private final MigrationComparison comparison;
    private final List<PlannedStep> steps = new ArrayList<>();

    HistoryPlanner(MigrationComparison comparison) {
        this.comparison = comparison;
    }

    /** Every file up to the version gets a baseline row; the version itself gets one even without a file. */
    MigrationPlan baseline(MigrationVersion version) {
        var existing = comparison.history();
        if (existing.last().filter(version::equals).isPresent()
                && existing.find(version)
                        .filter(row -> row.state() == AppliedMigration.State.BASELINE)
                        .isPresent()) {
            return new MigrationPlan(List.of(), List.of());
        }
        if (!existing.isEmpty()) {
            return refused(Refusals.baselineOverHistory(version, existing));
        }
        for (var state : comparison.versions()) {
            if (state.version().compareTo(version) <= 0) {
                steps.add(Declare.of(state.file(), AppliedMigration.State.BASELINE));
            }
        }
        if (comparison.find(version).isEmpty()) {
            steps.add(new Declare(version, "baseline", "", "", AppliedMigration.State.BASELINE, null, null));
        }
        return planned();
    }

    /** Rows above the version go, files up to it without a finished row get one; null is below every version. */
    MigrationPlan force(@Nullable MigrationVersion version) {
        if (version != null && comparison.find(version).isEmpty()) {
            return refused(Refusals.forcedUnknown(version, comparison));
        }
        declareUpTo(version);
        return planned();
    }

    private void declareUpTo(@Nullable MigrationVersion version) {
        for (var state : comparison.versions()) {
            var above = version == null || state.version().compareTo(version) > 0;
            var row = state.applied();
            if (above && row != null) {
                steps.add(new Forget(row));
            } else if (!above && state.migration() != null && (row == null || row.isInterrupted())) {
                steps.add(Declare.of(state.file(), AppliedMigration.State.APPLIED));
            }
        }
    }

    /** A version without a file is declared like a baseline: a file that nobody has cannot be missed. */
    MigrationPlan forceUnknown(MigrationVersion version) {
        if (comparison.find(version).isPresent()) {
            return force(version);
        }
        declareUpTo(version);
        steps.add(new Declare(version, "forced", "", "", AppliedMigration.State.BASELINE, null, null));
        return planned();
    }

    /** Changed scripts are accepted as they are now; rows of missing ones, unless a newer release wrote them, go. */
    MigrationPlan repair() {
        for (var state : comparison.versions()) {
            if (state.state() == MigrationState.CHANGED) {
                steps.add(Declare.of(state.file(), AppliedMigration.State.APPLIED));
            } else if (state.migration() == null
                    && state.state() != MigrationState.BASELINE
                    && !comparison.isFuture(state)) {
                steps.add(new Forget(state.row()));
            }
        }
        return planned();
    }

    private MigrationPlan planned() {
        return new MigrationPlan(steps, List.of());
    }

    private static MigrationPlan refused(Problem problem) {
        return new MigrationPlan(List.of(), List.of(problem));
    }
}
