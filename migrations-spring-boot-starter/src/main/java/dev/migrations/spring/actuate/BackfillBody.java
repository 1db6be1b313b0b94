package dev.migrations.spring.actuate;

import dev.migrations.history.Backfill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a backfill is. What the server says of rows that it refuses, it says to the log and to the command line: it may
 * quote data.
 *
 * @param version       of its migration
 * @param table         whose rows it goes through
 * @param key           the columns that it goes by
 * @param state         what is to become of it
 * @param running       whether a runner is at work, here or elsewhere
 * @param waits         why that runner does nothing just now
 * @param percent       how much is done; 100 only when it is complete
 * @param rowsPassed    how many rows it has gone through
 * @param rowsChanged   how many rows it has changed
 * @param estimatedRows how many rows it will go through, by the planner's estimate
 * @param rowsPerSecond how many rows it goes through in a second of work
 * @param secondsLeft   how long it will still work
 * @param batches       how many batches are done
 * @param batchSize     how many rows the next one takes
 * @param runner        who runs it, or ran it last
 * @param startedAt     when it began
 * @param finishedAt    when it ended
 * @param failedRows    how many rows could not be done
 */
public record BackfillBody(
        String version,
        String table,
        List<String> key,
        Backfill.State state,
        boolean running,
        Optional<String> waits,
        int percent,
        long rowsPassed,
        long rowsChanged,
        long estimatedRows,
        long rowsPerSecond,
        Optional<Long> secondsLeft,
        long batches,
        int batchSize,
        Optional<String> runner,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        int failedRows) {

    static BackfillBody of(Backfill found) {
        return new BackfillBody(
                found.version().toString(),
                found.table(),
                found.key(),
                found.state(),
                found.running(),
                Optional.ofNullable(found.waits()),
                found.percent(),
                found.rowsPassed(),
                found.rowsChanged(),
                found.estimatedRows(),
                Math.round(found.rowsPerSecond()),
                Optional.ofNullable(found.timeLeft()).map(Duration::toSeconds),
                found.batches(),
                found.batchSize(),
                Optional.ofNullable(found.runner()),
                Optional.ofNullable(found.startedAt()),
                Optional.ofNullable(found.finishedAt()),
                found.failures().size());
    }
}
