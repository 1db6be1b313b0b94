package dev.migrations.database;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.sql.SQLException;
import java.util.List;

/** The server refused to make a database. */
public final class DatabaseNotMadeException extends MigrationException {

    private static final long serialVersionUID = 1;

    DatabaseNotMadeException(String name, PostgresError error, SQLException cause) {
        super(
                List.of(Problem.of(
                                "database-not-made",
                                "the server did not make the database " + name + ": " + error.message()
                                        + (error.detail() == null ? "" : " (" + error.detail() + ")"),
                                "free what it says, or name an empty database with --scratch.")
                        .withSqlState(error.sqlState())),
                cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.UNREACHABLE;
    }
}
