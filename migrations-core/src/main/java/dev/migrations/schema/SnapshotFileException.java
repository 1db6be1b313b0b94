package dev.migrations.schema;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** A file that is not a snapshot that this release can read. */
public final class SnapshotFileException extends MigrationException {

    private static final long serialVersionUID = 1;

    SnapshotFileException(Problem problem) {
        super(List.of(problem), null);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
