package dev.migrations.spring;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** Folders that cannot be told to run on databases as they are; names everything that is wrong at once. */
public final class DatabaseChoiceException extends MigrationException {

    private static final long serialVersionUID = 1;

    DatabaseChoiceException(List<Problem> problems) {
        super(problems, null);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }
}
