package dev.migrations;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** A backfill that could not do all its rows; what it has done stays. */
public final class BackfillFailedException extends MigrationException {

    private static final long serialVersionUID = 1;

    private final transient BackfillReport report;

    BackfillFailedException(BackfillReport report, List<Problem> problems) {
        super(problems, null);
        this.report = report;
    }

    /** How far each backfill is. */
    public BackfillReport report() {
        return report;
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.FAILED;
    }
}
