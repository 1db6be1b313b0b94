package dev.migrations.database;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Another runner held the lock for longer than this one was willing to wait. */
public final class LockNotAcquiredException extends MigrationException {

    private static final long serialVersionUID = 1;

    LockNotAcquiredException(TableName table, Duration waited, Optional<LockHolder> holder) {
        this(problem(table, waited, holder));
    }

    LockNotAcquiredException(Problem problem) {
        super(List.of(problem), null);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.LOCKED;
    }

    private static Problem problem(TableName table, Duration waited, Optional<LockHolder> holder) {
        return Problem.of(
                "lock-not-acquired",
                "another runner holds the lock of " + table + ", and " + waited.toSeconds() + " s were not enough"
                        + holder.map(session -> ": " + session).orElse("") + ".",
                holder.map(session -> "let it finish and try again; if it hangs, select pg_terminate_backend("
                                + session.pid() + ");")
                        .orElse("try again: it is free now."));
    }
}
