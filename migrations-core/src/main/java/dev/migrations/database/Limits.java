package dev.migrations.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a statement may wait and run.
 *
 * @param lockTimeout      for a lock, inside a transaction; zero is for ever. Concurrent index builds wait as long as it takes
 * @param statementTimeout for the whole statement; null leaves the session's own
 */
public record Limits(Duration lockTimeout, @Nullable Duration statementTimeout) {

    static String milliseconds(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
