package dev.migrations.spring;

import dev.migrations.Migrator;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.plan.PlannedStep;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import dev.migrations.spring.database.ApplicationDatabase;
import java.util.List;
import java.util.stream.Collectors;

/** Asks a folder's database what is pending, and needs no right but to read. */
final class LookForPending implements FolderWork {

    @Override
    public FolderRun on(AssignedFolder folder, ApplicationDatabase database) {
        var start = System.nanoTime();
        try {
            var plan = Migrator.of(folder.folder(), database.source())
                    .database(database.name())
                    .build()
                    .plan(MigrationTarget.up());
            if (plan.isUpToDate()) {
                return FolderRun.done(FolderRun.report(folder, database, List.of(), start));
            }
            var problems = plan.isRefused() ? plan.refusals() : List.of(pending(folder, database, plan));
            var exitCode = plan.isRefused() ? ExitCode.REFUSED : ExitCode.PENDING;
            return new FolderRun(FolderRun.report(folder, database, problems, start), exitCode, null);
        } catch (MigrationException e) {
            return FolderRun.failed(FolderRun.report(folder, database, e.problems(), start), e);
        } catch (RuntimeException e) {
            var failure = ApplicationNotMigratedException.unexpected(e);
            return FolderRun.failed(FolderRun.report(folder, database, failure.problems(), start), failure);
        }
    }

    private static Problem pending(AssignedFolder folder, ApplicationDatabase database, MigrationPlan plan) {
        var count = plan.steps().size();
        return Problem.of(
                "pending-migrations",
                count + (count == 1 ? " migration of " : " migrations of ") + folder.name()
                        + (count == 1 ? " is" : " are") + " pending on " + database + ": "
                        + plan.steps().stream().map(LookForPending::script).collect(Collectors.joining(", ")),
                "start one instance with `migrations.auto-migrate=true`");
    }

    private static String script(PlannedStep step) {
        if (step instanceof PlannedStep.Apply apply) {
            return apply.migration().up().name();
        }
        if (step instanceof PlannedStep.ApplyRepeatable repeatable) {
            return repeatable.repeatable().script().name();
        }
        throw new IllegalStateException("not a step upwards: " + step);
    }
}
