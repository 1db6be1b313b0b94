package dev.migrations.database;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.sql.SQLException;
import java.util.List;

/** The session that held the lock is gone: nothing more may be changed. */
public final class LockLostException extends MigrationException {

    private static final long serialVersionUID = 1;

    LockLostException(TableName table, SQLException cause) {
        super(List.of(problem(table, PostgresError.of(cause))), cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.FAILED;
    }

    private static Problem problem(TableName table, PostgresError error) {
        return Problem.of(
                        "lock-lost",
                        "the session that held the lock of " + table + " has ended (" + error.message()
                                + "), so the next step was not begun.",
                        "run it again: it goes on after what is done.")
                .withSqlState(error.sqlState());
    }
}
