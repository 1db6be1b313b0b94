package dev.migrations;

import dev.migrations.problem.Problem;
import java.time.Duration;
import java.util.List;

/**
 * What a command did to one database, from one folder.
 *
 * @param folder   the folder's name
 * @param database the database's name, as the caller knows it
 * @param results  the steps that were done, in order
 * @param errors   what stopped it; empty if nothing did
 * @param duration of the whole command, by this machine's clock, the wait for the lock included
 */
public record MigrationReport(
        String folder, String database, List<MigrationResult> results, List<Problem> errors, Duration duration) {

    public MigrationReport {
        results = List.copyOf(results);
        errors = List.copyOf(errors);
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
