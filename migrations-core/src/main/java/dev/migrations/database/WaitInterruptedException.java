package dev.migrations.database;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** The thread was interrupted while it waited for the lock; its interrupt flag is set again. */
public final class WaitInterruptedException extends MigrationException {

    private static final long serialVersionUID = 1;

    WaitInterruptedException(InterruptedException cause) {
        super(
                List.of(Problem.of(
                        "interrupted-while-waiting",
                        "the wait for the lock was interrupted, probably by a shutdown; nothing was changed.",
                        "start it again.")),
                cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.LOCKED;
    }
}
