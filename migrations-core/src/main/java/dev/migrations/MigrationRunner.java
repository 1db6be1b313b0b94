package dev.migrations;

import dev.migrations.database.Commit;
import dev.migrations.database.Limits;
import dev.migrations.database.SegmentResult;
import dev.migrations.database.Steps;
import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.migration.TransactionMode;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.PlannedStep;
import dev.migrations.problem.MigrationException;
import dev.migrations.script.SqlScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does the steps of a plan, one after the other, and nothing else. */
final class MigrationRunner implements PlannedStep.Performer {

    /** Longer than most transactions, shorter than a queue of requests behind a waiting {@code ALTER TABLE} may get. */
    private static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(5);

    /** Most of what holds a lock is gone by then, and a deployment does not give up before. */
    private static final Duration DEFAULT_LOCK_RETRY_BUDGET = Duration.ofMinutes(5);

    private final Steps steps;
    private final FolderSettings settings;
    private final Consumer<String> starting;
    private final Consumer<MigrationResult> done;
    private final List<MigrationResult> results = new ArrayList<>();
    private Commit commit = Commit.DURABLE;

    MigrationRunner(Steps steps, FolderSettings settings, Consumer<String> starting, Consumer<MigrationResult> done) {
        this.steps = steps;
        this.settings = settings;
        this.starting = starting;
        this.done = done;
    }

    /**
     * All steps, or as far as it goes.
     *
     * @throws Stopped with what was kept
     */
    List<MigrationResult> run(MigrationPlan plan) throws Stopped {
        var together = settings.transaction() == TransactionMode.ALL || plan.isHistoryOnly();
        try {
            if (!together) {
                perform(plan, index -> index < plan.steps().size() - 1 ? Commit.ASYNCHRONOUS : Commit.DURABLE);
            } else if (!plan.isEmpty()) { // another runner may have done everything while this one waited for the lock
                steps.together(() -> perform(plan, index -> Commit.LATER));
                results.forEach(done);
            }
            return List.copyOf(results);
        } catch (MigrationException e) {
            throw new Stopped(together ? List.of() : List.copyOf(results), e);
        }
    }

    /** From the first step on, also where an earlier try got further. */
    private void perform(MigrationPlan plan, IntFunction<Commit> commits) {
        results.clear();
        for (var i = 0; i < plan.steps().size(); i++) {
            commit = commits.apply(i);
            plan.steps().get(i).perform(this);
        }
    }

    @Override
    public void apply(PlannedStep.Apply step) {
        var migration = step.migration();
        var action = step.resumed() ? MigrationResult.Action.RESUMED : MigrationResult.Action.APPLIED;
        var row = new Subject(
                action,
                migration.version(),
                migration.description(),
                migration.up().name());
        execute(row, () -> steps.apply(step, limits(migration.up()), commit));
    }

    @Override
    public void applyRepeatable(PlannedStep.ApplyRepeatable step) {
        var script = step.repeatable().script();
        var row = new Subject(
                MigrationResult.Action.REPEATED, null, step.repeatable().description(), script.name());
        execute(row, () -> steps.applyRepeatable(step, limits(script), commit));
    }

    @Override
    public void rollBack(PlannedStep.RollBack step) {
        var applied = step.applied();
        var row = new Subject(
                MigrationResult.Action.ROLLED_BACK,
                applied.version(),
                applied.description(),
                step.down().name());
        execute(row, () -> steps.rollBack(step, limits(step.down()), commit));
    }

    @Override
    public void declare(PlannedStep.Declare step) {
        var row = new Subject(MigrationResult.Action.DECLARED, step.version(), step.description(), step.script());
        note(row, () -> steps.declare(step));
    }

    @Override
    public void declareRepeatable(PlannedStep.DeclareRepeatable step) {
        var repeatable = step.repeatable();
        var row = new Subject(
                MigrationResult.Action.DECLARED,
                null,
                repeatable.description(),
                repeatable.script().name());
        note(row, () -> steps.declareRepeatable(step));
    }

    @Override
    public void forget(PlannedStep.Forget step) {
        var applied = step.applied();
        var row = new Subject(
                MigrationResult.Action.FORGOTTEN, applied.version(), applied.description(), applied.script());
        note(row, () -> steps.forget(step));
    }

    private void execute(Subject subject, Supplier<List<SegmentResult>> work) {
        starting.accept(subject.script());
        var start = System.nanoTime();
        var segments = work.get();
        add(subject.result(Duration.ofNanos(System.nanoTime() - start), segments));
    }

    private void note(Subject subject, Runnable write) {
        write.run();
        add(subject.result(Duration.ZERO, List.of()));
    }

    private void add(MigrationResult result) {
        results.add(result);
        if (commit != Commit.LATER) {
            done.accept(result);
        }
    }

    /** A default gives way to a statement timeout that somebody has written; two that are written were compared in the plan. */
    private Limits limits(SqlScript script) {
        var lock = settings.lockTimeout(script);
        var budget = settings.lockRetryBudget(script);
        var statement = settings.statementTimeout(script);
        var limits = new Limits(
                lock != null ? lock : DEFAULT_LOCK_TIMEOUT,
                budget != null ? budget : DEFAULT_LOCK_RETRY_BUDGET,
                statement);
        return statement != null && lock == null ? limits.below(statement) : limits;
    }

    private record Subject(
            MigrationResult.Action action, @Nullable MigrationVersion version, String description, String script) {

        MigrationResult result(Duration duration, List<SegmentResult> segments) {
            return new MigrationResult(action, version, description, script, duration, segments);
        }
    }

    /** Why a run ended early, and what it had done. */
    static final class Stopped extends Exception {

        private static final long serialVersionUID = 1;

        private final transient List<MigrationResult> results;
        private final MigrationException reason;

        Stopped(List<MigrationResult> results, MigrationException reason) {
            super(reason);
            this.results = results;
            this.reason = reason;
        }

        List<MigrationResult> results() {
            return results;
        }

        MigrationException reason() {
            return reason;
        }
    }
}
