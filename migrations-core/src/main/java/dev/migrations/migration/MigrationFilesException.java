package dev.migrations.migration;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** Migration files, folders or settings that cannot be used as they are; names everything that is wrong at once. */
public final class MigrationFilesException extends MigrationException {

    private static final long serialVersionUID = 1L;

    MigrationFilesException(List<Problem> problems) {
        super(problems, null);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
