package dev.migrations.database;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a script, or the commit after it, did not succeed. */
public final class StatementFailedException extends MigrationException {

    private static final long serialVersionUID = 1;

    StatementFailedException(Problem problem, @Nullable Throwable cause) {
        super(List.of(problem), cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.FAILED;
    }
}
