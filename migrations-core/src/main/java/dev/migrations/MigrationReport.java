package dev.migrations;

import dev.migrations.plan.HeldBack;
import dev.migrations.problem.Problem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command did to one database, from one folder.
 *
 * @param folder   the folder's name
 * @param database the database's name, as the caller knows it
 * @param results  the steps that were done, in order
 * @param errors   what stopped it; empty if nothing did
 * @param duration of the whole command, by this machine's clock, the wait for the lock included
 * @param heldBack what stays behind until a backfill is complete; null if nothing does
 */
public record MigrationReport(
        String folder,
        String database,
        List<MigrationResult> results,
        List<Problem> errors,
        Duration duration,
        @Nullable HeldBack heldBack) {

    public MigrationReport {
        results = List.copyOf(results);
        errors = List.copyOf(errors);
    }

    /** A report of a command that left nothing behind. */
    public MigrationReport(
            String folder, String database, List<MigrationResult> results, List<Problem> errors, Duration duration) {
        this(folder, database, results, errors, duration, null);
    }

    /** Whether it did all that it was asked to do. */
    public boolean success() {
        return errors.isEmpty();
    }

    /** The names of the files that were executed, in order. */
    public List<String> executedFiles() {
        return results.stream()
                .filter(result -> result.action().isExecution())
                .map(MigrationResult::script)
                .toList();
    }
}
