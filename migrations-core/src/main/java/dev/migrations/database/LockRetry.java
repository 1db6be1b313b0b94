package dev.migrations.database;

import dev.migrations.script.PostgresDuration;
import java.time.Duration;

/**
 * A try that was undone for want of a lock, and the next one.
 *
 * @param script      the file's name
 * @param failed      how many tries there were
 * @param sqlState    {@code 55P03}, a lock was not to be had in time; or {@code 40P01}, a deadlock
 * @param pause       until the next try
 * @param lockTimeout of the next try; zero is no limit
 */
public record LockRetry(String script, int failed, String sqlState, Duration pause, Duration lockTimeout) {

    @Override
    public String toString() {
        return script + ": try " + failed + (sqlState.equals("40P01") ? " met a deadlock" : " got no lock")
                + ", nothing of it was kept; the next one is in " + pause.toMillis() + " ms and waits for "
                + (lockTimeout.isZero() ? "ever" : "up to " + PostgresDuration.write(lockTimeout));
    }
}
