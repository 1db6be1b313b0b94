package dev.migrations.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a statement may wait and run.
 *
 * @param lockTimeout      for a lock, in one try; zero is for ever. What nobody queues behind waits as long as it takes
 * @param lockRetryBudget  from the first try that got no lock until the last one begins; zero is one try only
 * @param statementTimeout for the whole statement; null leaves the session's own
 */
public record Limits(
        Duration lockTimeout,
        Duration lockRetryBudget,
        @Nullable Duration statementTimeout) {

    /** The same with another lock timeout. */
    Limits withLockTimeout(Duration timeout) {
        return new Limits(timeout, lockRetryBudget, statementTimeout);
    }

    /** The same for what can be tried only once. */
    Limits once() {
        return new Limits(lockTimeout, Duration.ZERO, statementTimeout);
    }

    /** The same, and no wait for a lock reaches this limit for whole statements, which would hide that it was a wait. */
    public Limits below(Duration limit) {
        var most = limit.multipliedBy(4).dividedBy(5);
        var isHidden = !lockTimeout.isZero() && !limit.isZero() && lockTimeout.compareTo(most) > 0;
        return isHidden ? withLockTimeout(most) : this;
    }

    /** As the server's settings take it, which know no time between nothing, no limit, and a millisecond. */
    static String milliseconds(Duration duration) {
        return Long.toString(duration.isZero() ? 0 : Math.max(1, duration.toMillis()));
    }
}
