package dev.migrations.cli.json;

import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.TransactionMode;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.PlannedStep;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What would be done on one database.
 *
 * @param transaction how far a transaction reaches, in the words of {@code migration.yaml}
 * @param steps       in their order
 * @param refusals    what is against it
 * @param heldBack    what stays behind until backfills are complete; left out where nothing does
 */
record PlanBody(
        String transaction,
        List<Step> steps,
        List<ProblemBody> refusals,
        @Nullable HeldBackBody heldBack) {

    static PlanBody of(MigrationPlan plan, FolderSettings settings) {
        var steps = new Steps();
        plan.steps().forEach(step -> step.perform(steps));
        return new PlanBody(
                written(settings.transaction()),
                steps.list,
                ProblemBody.of(plan.refusals()),
                HeldBackBody.of(plan.heldBack()));
    }

    private static String written(TransactionMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One step; {@code segments} are those that would run, and none of a backfill. */
    record Step(
            String action, @Nullable String version, String description, String script, List<SegmentBody> segments) {}

    /** One segment. */
    record SegmentBody(int index, String kind, int statements, int line) {

        static List<SegmentBody> of(SqlScript script, int done) {
            return script.segments().stream().skip(done).map(SegmentBody::of).toList();
        }

        private static SegmentBody of(Segment segment) {
            return new SegmentBody(
                    segment.index(),
                    segment.kind().name(),
                    segment.statementCount(),
                    segment.location().line());
        }
    }

    private static final class Steps implements PlannedStep.Performer {

        private final List<Step> list = new ArrayList<>();

        @Override
        public void apply(PlannedStep.Apply step) {
            var migration = step.migration();
            list.add(new Step(
                    step.resumed() ? "RESUME" : "APPLY",
                    migration.version().toString(),
                    migration.description(),
                    migration.up().name(),
                    migration.backfill().isPresent()
                            ? List.of()
                            : SegmentBody.of(migration.up(), step.segmentsDone())));
        }

        @Override
        public void applyRepeatable(PlannedStep.ApplyRepeatable step) {
            var script = step.repeatable().script();
            list.add(new Step(
                    "REPEAT", null, step.repeatable().description(), script.name(), SegmentBody.of(script, 0)));
        }

        @Override
        public void rollBack(PlannedStep.RollBack step) {
            list.add(new Step(
                    "ROLL_BACK",
                    step.applied().version().toString(),
                    step.applied().description(),
                    step.down().name(),
                    SegmentBody.of(step.down(), step.segmentsDone())));
        }

        @Override
        public void declare(PlannedStep.Declare step) {
            list.add(new Step("DECLARE", step.version().toString(), step.description(), step.script(), List.of()));
        }

        @Override
        public void declareRepeatable(PlannedStep.DeclareRepeatable step) {
            var repeatable = step.repeatable();
            list.add(new Step(
                    "DECLARE",
                    null,
                    repeatable.description(),
                    repeatable.script().name(),
                    List.of()));
        }

        @Override
        public void forget(PlannedStep.Forget step) {
            var row = step.applied();
            list.add(new Step("FORGET", row.version().toString(), row.description(), row.script(), List.of()));
        }
    }
}
