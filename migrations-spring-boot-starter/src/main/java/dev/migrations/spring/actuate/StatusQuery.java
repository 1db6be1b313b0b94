package dev.migrations.spring.actuate;

import dev.migrations.MigrationReport;
import dev.migrations.MigrationStatus;
import dev.migrations.Migrator;
import dev.migrations.database.DatabaseUnreachableException;
import dev.migrations.lint.LintMode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import dev.migrations.spring.AssignedFolder;
import dev.migrations.spring.RunJournal;
import dev.migrations.spring.database.ApplicationDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** Asks one database how one folder stands on it. */
final class StatusQuery implements Callable<DatabaseBody> {

    private final AssignedFolder folder;
    private final ApplicationDatabase database;
    private final RunJournal journal;
    private final LintMode lint;

    StatusQuery(AssignedFolder folder, ApplicationDatabase database, RunJournal journal, LintMode lint) {
        this.folder = folder;
        this.database = database;
        this.journal = journal;
        this.lint = lint;
    }

    AssignedFolder folder() {
        return folder;
    }

    ApplicationDatabase database() {
        return database;
    }

    @Override
    public DatabaseBody call() {
        try {
            var migrator = Migrator.of(folder.folder(), database.quick())
                    .database(database.name())
                    .build();
            var found = migrator.status();
            return found.pendingCount() > 0 && lint != LintMode.OFF
                    ? body(found).with(migrator.lintPending(UnaryOperator.identity()))
                    : body(found);
        } catch (DatabaseUnreachableException e) {
            return unknown(Status.UNREACHABLE, ProblemBody.of(e.problems().get(0)));
        } catch (MigrationException e) {
            return unknown(Status.FAILED, ProblemBody.of(e.problems().get(0)));
        } catch (RuntimeException e) {
            return unknown(
                    Status.FAILED,
                    ProblemBody.of("unexpected-failure", e.getClass().getName()));
        }
    }

    /** For a database that has not answered in time. */
    DatabaseBody late() {
        return unknown(Status.UNREACHABLE, ProblemBody.of("database-unreachable", "no answer within the time limit"));
    }

    private DatabaseBody body(MigrationStatus found) {
        var problems = problems(found);
        var drift = journal.findDrift(folder.name(), database.name());
        return DatabaseBody.of(status(found, problems), found, drift, ProblemBody.first(problems));
    }

    private Status status(MigrationStatus found, List<Problem> problems) {
        if (found.lock() != null || journal.isRunning(folder.name(), database.name())) {
            return Status.RUNNING;
        }
        if (!folder.isEnabled()) {
            return Status.DISABLED;
        }
        if (!problems.isEmpty()) {
            return Status.FAILED;
        }
        return found.pendingCount() > 0 ? Status.PENDING : Status.UP_TO_DATE;
    }

    /** A failure that another process has mended meanwhile is none any more. */
    private List<Problem> problems(MigrationStatus found) {
        var last = journal.findLast(folder.name(), database.name()).map(MigrationReport::errors);
        return found.pendingCount() == 0 || last.isEmpty() || last.get().isEmpty() ? found.problems() : last.get();
    }

    private DatabaseBody unknown(Status status, ProblemBody error) {
        return DatabaseBody.unknown(
                status, folder.folder().settings().schemaTable().toString(), error);
    }
}
