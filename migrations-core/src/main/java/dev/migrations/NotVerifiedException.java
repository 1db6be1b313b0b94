package dev.migrations;

import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** The versions that are to be verified cannot be got at. */
public final class NotVerifiedException extends MigrationException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    private NotVerifiedException(ExitCode exitCode, List<Problem> problems) {
        super(problems, null);
        this.exitCode = exitCode;
    }

    /** What comes before them does not run. */
    static NotVerifiedException below(List<Problem> problems) {
        return new NotVerifiedException(ExitCode.FAILED, problems);
    }

    static NotVerifiedException unknownVersion(MigrationVersion version) {
        return new NotVerifiedException(
                ExitCode.USAGE,
                List.of(Problem.of(
                        "unknown-version",
                        "there is no migration " + version + ".",
                        "see `migrations status` for the versions.")));
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
