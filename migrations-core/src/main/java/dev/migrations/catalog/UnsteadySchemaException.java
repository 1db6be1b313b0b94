package dev.migrations.catalog;

import dev.migrations.database.PostgresError;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** The schema changed each time that it was read. */
public final class UnsteadySchemaException extends MigrationException {

    private static final long serialVersionUID = 1;

    UnsteadySchemaException(PostgresError error, int tries, Throwable cause) {
        super(
                List.of(Problem.of(
                                "schema-changing",
                                "the schema changed while it was read, " + tries + " times in a row; the last time: "
                                        + error.message() + ".",
                                "wait until whoever creates and drops objects here is done, then run it again.")
                        .withSqlState(error.sqlState())),
                cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
