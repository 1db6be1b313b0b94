package dev.migrations.database;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.sql.SQLException;
import java.util.List;

/** No connection, none that may be used, or one that gives no answer. */
public final class DatabaseUnreachableException extends MigrationException {

    private static final long serialVersionUID = 1;

    DatabaseUnreachableException(PostgresError error, SQLException cause) {
        super(List.of(problem(error)), cause);
    }

    /** What the driver says when there is no connection, or when it breaks. */
    public static DatabaseUnreachableException of(SQLException failure) {
        return new DatabaseUnreachableException(PostgresError.of(failure), failure);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.UNREACHABLE;
    }

    private static Problem problem(PostgresError error) {
        if (error.isRightMissing()) {
            return Problem.of(
                            "right-missing",
                            "the database refuses this role: " + error.message() + ".",
                            "check the user and its password (`PGPASSWORD`, `--password-file` or"
                                    + " `migrations.databases.<name>.password`), and what the role was granted.")
                    .withSqlState(error.sqlState());
        }
        if (error.isRejected()) {
            return Problem.of(
                            "database-unreachable",
                            "there is no connection: " + error.message(),
                            "give the role's password (`PGPASSWORD`, `--password-file` or"
                                    + " `migrations.databases.<name>.password`), and check `sslmode` in the URL.")
                    .withSqlState(error.sqlState());
        }
        if (error.isOfStatement()) {
            return Problem.of(
                            "query-failed",
                            "the database answers, but not to a question about itself: " + error.message() + ".",
                            "try it again; if a timeout ended it, give the role more time (`alter role … set"
                                    + " statement_timeout = 0;`).")
                    .withSqlState(error.sqlState());
        }
        return Problem.of(
                        "database-unreachable",
                        "the database cannot be reached: " + error.message(),
                        "check that the server runs, and the host, port and database name of the URL.")
                .withSqlState(error.sqlState());
    }
}
