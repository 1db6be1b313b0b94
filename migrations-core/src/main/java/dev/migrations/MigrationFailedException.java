package dev.migrations;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;

/** A run that stopped on the way; the report says what was done before. */
public final class MigrationFailedException extends MigrationException {

    private static final long serialVersionUID = 1;

    private final transient MigrationReport report;
    private final ExitCode exitCode;

    MigrationFailedException(MigrationReport report, MigrationException cause) {
        super(cause.problems(), cause);
        this.report = report;
        this.exitCode = cause.exitCode();
    }

    /** What was done, and what stopped it. */
    public MigrationReport report() {
        return report;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
