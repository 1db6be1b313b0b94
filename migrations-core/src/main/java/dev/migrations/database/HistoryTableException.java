package dev.migrations.database;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history table cannot be used: another tool's, a newer release's, or one that the role may not make. */
public final class HistoryTableException extends MigrationException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    HistoryTableException(Problem problem) {
        this(problem, ExitCode.REFUSED, null);
    }

    HistoryTableException(Problem problem, ExitCode exitCode) {
        this(problem, exitCode, null);
    }

    HistoryTableException(Problem problem, ExitCode exitCode, @Nullable SQLException cause) {
        super(List.of(problem), cause);
        this.exitCode = exitCode;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
