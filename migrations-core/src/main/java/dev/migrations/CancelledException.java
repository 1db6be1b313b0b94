package dev.migrations;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** A run that was asked to end. */
final class CancelledException extends MigrationException {

    static final String HINT = "run it again: it goes on after what is done.";

    private static final long serialVersionUID = 1;

    CancelledException(List<Problem> problems) {
        super(problems, null);
    }

    /** What the server made of it: where it was, and what was kept, but with another next step. */
    static CancelledException of(MigrationException failure) {
        return new CancelledException(failure.problems().stream()
                .map(problem ->
                        new Problem("cancelled", problem.message(), HINT, problem.location(), null, problem.sqlState()))
                .toList());
    }

    /** The thread was interrupted, which asks for the same. */
    static CancelledException interrupted() {
        return new CancelledException(
                List.of(Problem.of("cancelled", "it was interrupted between two batches.", HINT)));
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.FAILED;
    }
}
