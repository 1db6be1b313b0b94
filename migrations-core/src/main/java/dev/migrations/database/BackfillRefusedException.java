package dev.migrations.database;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** What was asked of a backfill cannot be done to it. */
public final class BackfillRefusedException extends MigrationException {

    private static final long serialVersionUID = 1;

    BackfillRefusedException(Problem problem) {
        super(List.of(problem), null);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
