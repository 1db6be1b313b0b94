package dev.migrations.spring;

import dev.migrations.MigrationReport;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import dev.migrations.spring.database.ApplicationDatabase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one folder on one database.
 *
 * @param report   what was done, and what stopped it
 * @param exitCode how the process should end if it ends for this
 * @param cause    what stopped it; null if nothing did
 */
record FolderRun(
        MigrationReport report, ExitCode exitCode, @Nullable MigrationException cause) {

    static FolderRun done(MigrationReport report) {
        return new FolderRun(report, ExitCode.DONE, null);
    }

    static FolderRun failed(MigrationReport report, MigrationException cause) {
        return new FolderRun(report, cause.exitCode(), cause);
    }

    boolean success() {
        return exitCode == ExitCode.DONE;
    }

    /** A report of something that did nothing. */
    static MigrationReport report(
            AssignedFolder folder, ApplicationDatabase database, List<Problem> problems, long startNanos) {
        var duration = Duration.ofNanos(System.nanoTime() - startNanos);
        return new MigrationReport(folder.name(), database.name(), List.of(), problems, duration);
    }
}
