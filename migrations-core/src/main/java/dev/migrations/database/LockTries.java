package dev.migrations.database;

import dev.migrations.database.RetrySchedule.Retry;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The tries of one piece of work, one after the other. */
final class LockTries {

    private static final Limits NOTHING = new Limits(Duration.ZERO, Duration.ZERO, null);

    private final LockRetries retries;
    private final BlockerWatch watch;
    private String script = "";
    private Limits limits = NOTHING;
    private int failed;
    private long firstFailure;
    private long tryStart;
    private @Nullable Retry retry;

    LockTries(LockRetries retries, BlockerWatch watch) {
        this.retries = retries;
        this.watch = watch;
    }

    /** Until one try gets all its locks, or fails for another reason, or nothing is left of the budget. */
    void repeat(Runnable work) {
        try {
            while (!succeeds(work)) {
                failed++;
            }
        } finally {
            watch.end();
        }
    }

    /** The limits of the try that begins here. */
    Limits begin(String name, Limits all) {
        script = name;
        limits = all;
        var timeout = retry == null ? schedule().first() : schedule().capped(retry.lockTimeout());
        watch.begin(script, timeout);
        return all.withLockTimeout(timeout);
    }

    private boolean succeeds(Runnable work) {
        tryStart = System.nanoTime();
        try {
            work.run();
            return true;
        } catch (StatementFailedException e) {
            if (!e.isForWantOfLock()) {
                throw e;
            }
            prepareNext(e);
            return false;
        }
    }

    private void prepareNext(StatementFailedException failure) {
        watch.pause();
        var now = System.nanoTime();
        firstFailure = failed == 0 ? now : firstFailure;
        var waited = retry == null ? schedule().first() : retry.lockTimeout();
        var worked = Duration.ofNanos(now - tryStart).minus(waited);
        var spent = Duration.ofNanos(now - firstFailure);
        var next = schedule()
                .next(failed + 1, spent, worked, ThreadLocalRandom.current().nextDouble())
                .orElseThrow(() -> failure.afterTries(failed + 1, spent, watch.lastSeen()));
        retry = next;
        retries.pause(new LockRetry(script, failed + 1, failure.sqlState(), next.pause(), next.lockTimeout()));
    }

    private RetrySchedule schedule() {
        return new RetrySchedule(limits.lockTimeout(), limits.lockRetryBudget());
    }
}
