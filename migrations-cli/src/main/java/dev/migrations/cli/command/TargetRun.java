package dev.migrations.cli.command;

import dev.migrations.Migrator;
import dev.migrations.cli.output.Answer;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.plan.PlannedStep;
import dev.migrations.problem.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings databases to a target, one after the other, up to the first failure; what may lose something is agreed upon first. */
final class TargetRun {

    private final Invocation invocation;
    private final MigrationTarget target;
    private int wanted;
    private @Nullable Path backups;
    private @Nullable BackfillPace pace;

    TargetRun(Invocation invocation, MigrationTarget target) {
        this.invocation = invocation;
        this.target = target;
    }

    /** How many versions were asked for, to say so where there are fewer. */
    TargetRun wanting(int count) {
        wanted = count;
        return this;
    }

    /** Where a dump of each database goes before anything runs on any; null for none. */
    TargetRun backingUp(@Nullable Path directory) {
        backups = directory;
        return this;
    }

    /** At which pace backfills are run that hold versions back; null where they are not. */
    TargetRun backfilling(@Nullable BackfillPace chosen) {
        pace = chosen;
        return this;
    }

    /** Without a question. */
    int run(List<Migrator> migrators) {
        if (backups != null) {
            backUp(migrators, backups);
        }
        migrators.forEach(this::run);
        invocation.printer().finished();
        return ExitCode.DONE.value();
    }

    /** Shows each plan first, and asks for a yes unless it was given. */
    int runIfAgreed(List<Migrator> migrators, Consent consent) {
        for (var migrator : migrators) {
            var plan = migrator.plan(target);
            if (!waitsForAnother(migrator, plan, consent)
                    && !plan.orRefuse().isEmpty()
                    && mayLose(plan)
                    && !agreed(migrator, plan, consent)) {
                invocation.printer().remark("Nothing was changed.");
                return ExitCode.REFUSED.value();
            }
            run(migrator);
        }
        invocation.printer().finished();
        return ExitCode.DONE.value();
    }

    /** What another runner has under way looks like interrupted from outside; under the lock, it is seen as it is. */
    private static boolean waitsForAnother(Migrator migrator, MigrationPlan plan, Consent consent) {
        if (!plan.isRefused() || migrator.status().lock() == null) {
            return false;
        }
        if (!consent.isGiven()) {
            throw UsageException.of(
                    "consent-needed",
                    "another runner is at work on " + migrator.database() + ", so there is no plan to agree to yet.",
                    "run it again when that one is done, or with --yes, which waits for it.");
        }
        return true;
    }

    private void backUp(List<Migrator> migrators, Path directory) {
        for (var migrator : migrators) {
            if (!migrator.plan(target).orRefuse().isEmpty()) {
                var file = invocation.backup(migrator).write(directory);
                invocation.printer().remark("backup of " + migrator.database() + ": " + file);
            }
        }
    }

    private void run(Migrator migrator) {
        invocation.printer().running(migrator);
        var report = pace == null
                ? migrator.migrate(target)
                : pace.of(migrator)
                        .listener(invocation.printer().backfillListener())
                        .migrate(target);
        invocation.printer().ran(report);
        var versions = report.results().stream()
                .filter(result -> result.version() != null)
                .count();
        if (versions < wanted) {
            invocation.printer().remark(versions + " of " + wanted + " versions: there were no more.");
        }
    }

    private boolean agreed(Migrator migrator, MigrationPlan plan, Consent consent) {
        invocation.printer().announced(new Answer<>(migrator, plan, null));
        if (consent.isGiven()) {
            return true;
        }
        var console = invocation.console();
        if (!console.canAsk() || invocation.options().json) {
            throw UsageException.of(
                    "consent-needed",
                    "this changes what is applied on " + migrator.database() + ", and nobody can be asked.",
                    "add --yes if the plan is what you want; `plan` shows it.");
        }
        return console.agrees("Do this on " + migrator.database() + "?");
    }

    /** A plan that only applies what is pending takes nothing away. */
    private static boolean mayLose(MigrationPlan plan) {
        return plan.steps().stream()
                .anyMatch(
                        step -> !(step instanceof PlannedStep.Apply) && !(step instanceof PlannedStep.ApplyRepeatable));
    }
}
