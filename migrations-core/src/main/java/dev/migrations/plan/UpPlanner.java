package dev.migrations.plan;

import dev.migrations.history.AppliedMigration;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.migration.OutOfOrder;
import dev.migrations.migration.RepeatableMigration;
import dev.migrations.plan.PlannedStep.Apply;
import dev.migrations.plan.PlannedStep.ApplyRepeatable;
import dev.migrations.plan.PlannedStep.Beginning;
import dev.migrations.plan.PlannedStep.Occasion;
import dev.migrations.problem.Problem;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans the way up.
 * <ol>
 *   <li>What was applied must still be what the files say: a changed or missing script refuses the plan.
 *   <li>An interrupted version is resumed first, from the segment after its last committed one.
 *   <li>Pending versions follow in order; one below an applied version is refused unless the folder allows it.
 *   <li>One that requires a backfill stays behind, and all above it, until the backfill is complete.
 *   <li>Repeatables come last, and only when no version stays behind.
 * </ol>
 */
final class UpPlanner {

    private final MigrationComparison comparison;
    private final List<PlannedStep> steps = new ArrayList<>();
    private final List<Problem> refusals = new ArrayList<>();
    private final BackfillGate gate;
    private @Nullable HeldBack heldBack;

    UpPlanner(MigrationComparison comparison) {
        this.comparison = comparison;
        this.gate = new BackfillGate(comparison);
    }

    /** At most {@code count} versions, none above {@code last}. */
    MigrationPlan plan(int count, @Nullable MigrationVersion last) {
        return plan(count, last, Set.of());
    }

    /** The same, behind steps that will have undone some versions. */
    MigrationPlan plan(int count, @Nullable MigrationVersion last, Set<MigrationVersion> undone) {
        gate.undone(undone);
        if (last != null && comparison.find(last).isEmpty()) {
            refusals.add(Refusals.unknownVersion(last, comparison));
        }
        for (var version : comparison.versions()) {
            if (last == null || version.version().compareTo(last) <= 0) {
                consider(version, count, last);
            }
        }
        // a view may need the newest tables, so repeatables wait for the last version
        if (undone.isEmpty() && open() == steps.size() && steps.size() < count) {
            comparison.set().repeatables().stream().filter(this::isWanted).forEach(this::repeat);
        }
        return finish();
    }

    /** Versions that the steps before will have undone, applied again; repeatables, which that makes due, follow. */
    MigrationPlan planAgain(Set<MigrationVersion> versions) {
        gate.undone(versions);
        for (var version : comparison.versions()) {
            if (versions.contains(version.version())) {
                Optional.ofNullable(version.migration())
                        .ifPresentOrElse(this::applyFresh, () -> refusals.add(Refusals.missing(version)));
            }
        }
        if (!versions.isEmpty() && open() == 0 && heldBack == null) {
            comparison.set().repeatables().forEach(this::repeat);
        }
        return finish();
    }

    private void consider(VersionState version, int count, @Nullable MigrationVersion last) {
        switch (version.state()) {
            case CHANGED -> refusals.add(Refusals.changed(version, comparison));
            case MISSING -> {
                if (!comparison.isFuture(version)) {
                    refusals.add(Refusals.missing(version));
                }
            }
            case INTERRUPTED -> resume(version);
            case PENDING, OUT_OF_ORDER -> {
                if (steps.size() + heldCount() < count) {
                    if (version.state() == MigrationState.OUT_OF_ORDER) {
                        checkOrder(version, last);
                    }
                    applyFresh(version.file());
                }
            }
            case APPLIED, BASELINE, RUNNING -> {
                // there already
            }
        }
    }

    private void checkOrder(VersionState version, @Nullable MigrationVersion last) {
        var higher = comparison.versions().stream()
                .filter(other -> other.applied() != null)
                .filter(other -> other.version().compareTo(version.version()) > 0)
                .filter(other -> last == null || other.version().compareTo(last) <= 0)
                .findFirst();
        if (comparison.settings().outOfOrder() == OutOfOrder.REFUSE) {
            higher.ifPresent(applied -> refusals.add(Refusals.outOfOrder(version, applied, comparison)));
        }
    }

    private void applyFresh(Migration migration) {
        refusals.addAll(gate.refusals(migration));
        if (migration.up().directives().runAlways()) {
            refusals.add(Refusals.notRepeatable(migration));
        }
        checkRunnable(migration.up());
        if (!isHeldBack(migration)) {
            steps.add(new Apply(migration, 0, Beginning.FRESH));
        }
    }

    private boolean isHeldBack(Migration migration) {
        var backfills = gate.waitsFor(migration);
        if (heldBack != null) {
            heldBack = heldBack.with(migration.version());
        } else if (!backfills.isEmpty()) {
            heldBack = new HeldBack(migration.version(), migration.up().name(), backfills, migration.version(), 1);
        }
        return heldBack != null;
    }

    private int heldCount() {
        return heldBack == null ? 0 : heldBack.count();
    }

    private void resume(VersionState version) {
        var row = version.row();
        var migration = version.migration();
        if (row.state() == AppliedMigration.State.ROLLING_BACK && !comparison.isFuture(version)) {
            refusals.add(Refusals.interruptedRollback(version));
        } else if (migration == null) {
            if (!comparison.isFuture(version)) {
                refusals.add(Refusals.interruptedAndMissing(version));
            }
        } else if (!startsWith(migration.up(), row.segmentChecksums())) {
            refusals.add(Refusals.editedWhileInterrupted(version));
        } else {
            checkRunnable(migration.up());
            var refused = row.state() == AppliedMigration.State.REFUSED;
            steps.add(new Apply(
                    migration, row.segmentsDone(), refused ? Beginning.AFTER_REFUSAL : Beginning.AFTER_CUT_OFF));
        }
    }

    /** Whether the segments that are done are still the first ones of the file. */
    static boolean startsWith(SqlScript script, List<String> done) {
        return script.segments().size() >= done.size()
                && script.segments().stream()
                        .limit(done.size())
                        .map(Segment::checksum)
                        .toList()
                        .equals(done);
    }

    private void checkRunnable(SqlScript script) {
        refusals.addAll(RunnableScript.refusals(script, comparison.settings()));
    }

    /** How many versions are not done yet, before the plan. */
    private long open() {
        return comparison.versions().stream()
                .filter(version -> switch (version.state()) {
                    case PENDING, OUT_OF_ORDER -> true;
                    case INTERRUPTED -> version.migration() != null;
                    case APPLIED, CHANGED, MISSING, RUNNING, BASELINE -> false;
                })
                .count();
    }

    private boolean isWanted(RepeatableMigration repeatable) {
        return comparison.isPending(repeatable)
                || repeatable.script().directives().runAlways();
    }

    private void repeat(RepeatableMigration repeatable) {
        BackfillRefusals.misplaced(repeatable.script()).ifPresent(refusals::add);
        checkRunnable(repeatable.script());
        var occasion = comparison.isPending(repeatable) ? Occasion.PENDING : Occasion.ALWAYS;
        steps.add(new ApplyRepeatable(repeatable, occasion));
    }

    private MigrationPlan finish() {
        return refusals.isEmpty()
                ? new MigrationPlan(steps, List.of(), heldBack)
                : new MigrationPlan(List.of(), refusals);
    }
}
