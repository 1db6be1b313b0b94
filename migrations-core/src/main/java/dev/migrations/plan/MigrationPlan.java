package dev.migrations.plan;

import dev.migrations.history.AppliedMigration;
import dev.migrations.history.MigrationHistory;
import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.MigrationSet;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What will happen, or why nothing will; made before the first change, from values alone.
 *
 * @param steps    in the order in which they run
 * @param refusals every reason against it at once; if there is one, no step runs
 * @param heldBack what stays behind until a backfill is complete; null if nothing does
 */
public record MigrationPlan(
        List<PlannedStep> steps,
        List<Problem> refusals,
        @Nullable HeldBack heldBack) {

    public MigrationPlan {
        steps = List.copyOf(steps);
        refusals = List.copyOf(refusals);
    }

    /** A plan that leaves nothing behind. */
    public MigrationPlan(List<PlannedStep> steps, List<Problem> refusals) {
        this(steps, refusals, null);
    }

    /** The way from a history to a target. */
    public static MigrationPlan of(
            MigrationSet set, MigrationHistory history, FolderSettings settings, MigrationTarget target) {
        return target.plan(MigrationComparison.of(set, history, settings));
    }

    /** Whether there is nothing to do, and nothing against it. */
    public boolean isEmpty() {
        return steps.isEmpty() && refusals.isEmpty();
    }

    /** Whether it may run. */
    public boolean isRefused() {
        return !refusals.isEmpty();
    }

    /** Whether nothing is due: at most, repeatables run that always do; what is held back is not due. */
    public boolean isUpToDate() {
        return refusals.isEmpty()
                && steps.stream()
                        .allMatch(step -> step instanceof PlannedStep.ApplyRepeatable repeat
                                && repeat.occasion() == PlannedStep.Occasion.ALWAYS);
    }

    /** Whether no script runs: only rows are written. */
    public boolean isHistoryOnly() {
        return steps.stream()
                .allMatch(step -> step instanceof PlannedStep.Declare
                        || step instanceof PlannedStep.DeclareRepeatable
                        || step instanceof PlannedStep.Forget);
    }

    /** The names of the up scripts and repeatables that it runs. */
    public List<String> upScripts() {
        return steps.stream().flatMap(MigrationPlan::upScript).toList();
    }

    private static Stream<String> upScript(PlannedStep step) {
        if (step instanceof PlannedStep.Apply apply) {
            return Stream.of(apply.migration().up().name());
        }
        return step instanceof PlannedStep.ApplyRepeatable repeat
                ? Stream.of(repeat.repeatable().script().name())
                : Stream.empty();
    }

    /**
     * Whether the lock would tell nothing new: there is nothing to do, or what is against it does not come from a run that
     * may be under way.
     */
    public boolean isSettled(MigrationHistory history) {
        return isEmpty() || (isRefused() && history.migrations().stream().noneMatch(AppliedMigration::isInterrupted));
    }

    /** This plan, or all that is against it. */
    public MigrationPlan orRefuse() {
        if (isRefused()) {
            throw new PlanRefusedException(refusals);
        }
        return this;
    }

    /** This plan and then another, refused for the reasons of both. */
    MigrationPlan then(MigrationPlan next) {
        return new MigrationPlan(concat(steps, next.steps), distinct(concat(refusals, next.refusals)), next.heldBack);
    }

    /** The versions that it undoes. */
    Set<MigrationVersion> rolledBack() {
        return steps.stream()
                .filter(PlannedStep.RollBack.class::isInstance)
                .map(step -> ((PlannedStep.RollBack) step).applied().version())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> List<T> concat(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<Problem> distinct(List<Problem> problems) {
        return problems.stream().distinct().toList();
    }
}
