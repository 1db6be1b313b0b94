package dev.migrations.database;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement of a script, or the commit after it, did not succeed. */
public final class StatementFailedException extends MigrationException {

    private static final long serialVersionUID = 1;

    /** Too late for a lock, by {@code lock_timeout} or {@code NOWAIT}; and chosen to end a deadlock. */
    private static final List<String> WANT_OF_LOCK = List.of("55P03", "40P01");

    StatementFailedException(Problem problem, @Nullable Throwable cause) {
        super(List.of(problem), cause);
    }

    /** The server's code; empty where the failure is not the server's. */
    String sqlState() {
        return Optional.ofNullable(problems().get(0).sqlState()).orElse("");
    }

    /** Whether it failed only because others held locks at that time. */
    boolean isForWantOfLock() {
        return WANT_OF_LOCK.contains(sqlState());
    }

    /** The same, with who was in the way of the last of some tries. */
    StatementFailedException afterTries(int tries, Duration spent, List<BlockingSession> blockers) {
        return new StatementFailedException(Failures.blocked(problems().get(0), tries, spent, blockers), getCause());
    }

    @Override
    public ExitCode exitCode() {
        return isForWantOfLock() ? ExitCode.LOCKED : ExitCode.FAILED;
    }
}
