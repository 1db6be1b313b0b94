package dev.migrations.cli.output;

import dev.migrations.history.AppliedMigration;
import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.TransactionMode;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.PlannedStep;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a plan, one line for each, and one for each segment where a script has several. */
final class PlanText implements PlannedStep.Performer {

    private final FolderSettings settings;
    private final List<String> lines = new ArrayList<>();

    private PlanText(FolderSettings settings) {
        this.settings = settings;
    }

    static String render(MigrationPlan plan, FolderSettings settings) {
        var text = new PlanText(settings);
        plan.steps().forEach(step -> step.perform(text));
        Optional.ofNullable(plan.heldBack()).ifPresent(held -> text.lines.add("  " + held.sentence()));
        return String.join("\n", text.lines);
    }

    @Override
    public void apply(PlannedStep.Apply step) {
        var verb = step.resumed() ? "resume" : "apply";
        var backfill = step.migration().backfill();
        if (backfill.isPresent()) {
            lines.add("  " + verb + " " + step.migration().up().name() + ": a backfill of "
                    + backfill.get().table().name() + " by "
                    + String.join(", ", backfill.get().key()) + ", whose batches run later");
            return;
        }
        script(verb, step.migration().up(), step.segmentsDone());
    }

    @Override
    public void applyRepeatable(PlannedStep.ApplyRepeatable step) {
        script("repeat", step.repeatable().script(), 0);
    }

    @Override
    public void rollBack(PlannedStep.RollBack step) {
        script("roll back", step.down(), step.segmentsDone());
    }

    @Override
    public void declare(PlannedStep.Declare step) {
        var state = step.state() == AppliedMigration.State.BASELINE ? "as baseline" : "as applied";
        var script = step.script().isEmpty() ? "" : " (" + step.script() + ")";
        lines.add("  declare version " + step.version() + " " + state + script + ": history only");
    }

    @Override
    public void declareRepeatable(PlannedStep.DeclareRepeatable step) {
        lines.add("  declare " + step.repeatable().script().name() + " as run: history only");
    }

    @Override
    public void forget(PlannedStep.Forget step) {
        lines.add("  forget version " + step.applied().version() + " ("
                + step.applied().script() + "): history only");
    }

    private void script(String verb, SqlScript script, int segmentsDone) {
        var left = script.segments().stream().skip(segmentsDone).toList();
        var whole = settings.transaction() == TransactionMode.ALL ? "in the transaction of all" : "in one transaction";
        if (left.isEmpty()) {
            lines.add("  " + verb + " " + script.name() + ": no statements");
        } else if (left.size() == 1) {
            var alone = left.get(0).kind() == Segment.Kind.STANDS_ALONE;
            lines.add("  " + verb + " " + script.name() + ": " + statements(left.get(0)) + ", "
                    + (alone ? "alone, outside any transaction" : whole));
        } else {
            lines.add("  " + verb + " " + script.name() + ": " + left.size() + " segments"
                    + (segmentsDone > 0 ? ", " + segmentsDone + " before them are done" : ""));
            left.forEach(segment -> lines.add("    " + segment(segment)));
        }
    }

    private static String segment(Segment segment) {
        var place = "line " + segment.location().line() + ": " + statements(segment);
        return segment.kind() == Segment.Kind.STANDS_ALONE
                ? place + ", alone, outside any transaction"
                : place + ", in one transaction";
    }

    private static String statements(Segment segment) {
        return Words.count(segment.statementCount(), "statement", "statements");
    }
}
