package dev.migrations.database;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import java.util.List;

/** What a run would send cannot be written down, because it depends on what the run finds. */
public final class NotListableException extends MigrationException {

    private static final long serialVersionUID = 1;

    NotListableException(SqlScript script, Segment segment) {
        super(
                List.of(Problem.of(
                                "not-listable",
                                "an interrupted run of " + script.name()
                                        + " stopped at this statement, and how it goes on depends on how far that came.",
                                "finish it first, with `up 1`.")
                        .at(segment.location())),
                null);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
