package dev.migrations.database;

import java.time.Duration;
import java.util.Optional;

/**
 * When what got no lock is tried again, and how long it may wait then; knows neither a clock nor chance.
 *
 * <ol>
 *   <li>Tries get longer, from a tenth of a second, each twice as long as the one before, up to the lock timeout; then they
 *       begin at the bottom again. Whoever queues behind a try is kept for no longer than it lasts, and most are short; but the
 *       long ones are needed where other transactions overlap without a gap, and an autovacuum gives way only to who has waited
 *       for {@code deadlock_timeout}, a second.
 *   <li>Between two tries the traffic gets four times what it was kept for, though at most ten seconds.
 *   <li>A try that worked for long before it had to wait is not given up for a short wait again.
 *   <li>The last try begins within the budget, which starts with the first failure: what works for an hour and then finds a
 *       lock taken has as many tries as anything else.
 * </ol>
 *
 * @param lockTimeout of the longest try; zero is no limit
 * @param budget      from the first failure to the beginning of the last try; zero is one try only
 */
record RetrySchedule(Duration lockTimeout, Duration budget) {

    static final Duration SHORTEST_TRY = Duration.ofMillis(100);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int PAUSES_PER_WAIT = 4;

    /** Where no try has a limit, pauses are those of tries up to this one. */
    private static final Duration UNLIMITED = Duration.ofSeconds(5);

    /** What to do about a try that failed. */
    record Retry(Duration pause, Duration lockTimeout) {}

    /** The lock timeout of the first try. */
    Duration first() {
        return budget.isZero() ? lockTimeout : timeout(0);
    }

    /** This lock timeout, unless it is more than ours. */
    Duration capped(Duration timeout) {
        return lockTimeout.isZero() ? lockTimeout : shorter(timeout, lockTimeout);
    }

    /**
     * The next try; empty when the budget is used up.
     *
     * @param failed            how many tries there were
     * @param sinceFirstFailure how much of the budget is gone
     * @param worked            how long the last try was at work before it had to wait
     * @param chance            from 0 to 1, so that many runners do not try in step
     */
    Optional<Retry> next(int failed, Duration sinceFirstFailure, Duration worked, double chance) {
        var left = budget.minus(sinceFirstFailure);
        if (left.isNegative() || left.isZero()) {
            return Optional.empty();
        }
        var pause = shorter(rung(failed - 1).multipliedBy(PAUSES_PER_WAIT), LONGEST_PAUSE);
        var jittered = Duration.ofMillis((long) (pause.toMillis() * (2 + 2 * chance) / 3));
        return Optional.of(new Retry(shorter(jittered, left), capped(longer(timeout(failed), worked))));
    }

    private Duration timeout(int failed) {
        return capped(rung(failed));
    }

    private Duration rung(int failed) {
        var top = lockTimeout.isZero() ? UNLIMITED : lockTimeout;
        var rungs = 1;
        for (var rung = SHORTEST_TRY; rung.compareTo(top) < 0; rung = rung.multipliedBy(2)) {
            rungs++;
        }
        var exact = SHORTEST_TRY.multipliedBy(1L << (failed % rungs));
        return shorter(exact, top);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
