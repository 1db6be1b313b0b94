package dev.migrations.database;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import dev.migrations.script.SqlStatement;
import java.sql.SQLException;
import java.util.List;

/** The scratch database did not take what {@code pg_dump} has written of another one. */
public final class DumpRefusedException extends MigrationException {

    private static final long serialVersionUID = 1;

    DumpRefusedException(SqlStatement statement, SQLException failure) {
        super(List.of(problem(statement, PostgresError.of(failure))), failure);
    }

    private static Problem problem(SqlStatement statement, PostgresError error) {
        var text = statement.text().lines().findFirst().orElse("");
        return Problem.of(
                        "copy-failed",
                        "the schema does not go into the scratch database: " + error.message() + "\nIn: " + text,
                        "run it as a role that may do this, or give it a database where that is there, with --scratch URL.")
                .withSqlState(error.sqlState());
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
