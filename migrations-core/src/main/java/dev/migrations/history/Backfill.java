package dev.migrations.history;

import dev.migrations.migration.MigrationVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a backfill is, as its row says.
 *
 * @param version       of its migration
 * @param table         whose rows it goes through, as the script names it
 * @param key           the columns that it goes by
 * @param state         what is to become of it
 * @param waits         why its runner does nothing just now; null if it works, or if nobody runs it
 * @param position      the last key that is done, a text for each column; null before the first
 * @param last          the key at which it ends; null until it has begun
 * @param estimatedRows how many rows it will go through, by the planner's estimate at its start
 * @param rowsPassed    how many rows it has gone through
 * @param rowsChanged   how many rows its statement says that it has changed
 * @param batches       how many batches are done
 * @param batchSize     how many rows the next batch takes
 * @param worked        how long its batches took, pauses between them included, waits excluded
 * @param runner        who runs it, or ran it last; null before the first
 * @param running       whether that runner has been heard of lately
 * @param startedAt     when the first batch began; null before
 * @param finishedAt    when it was completed, failed or cancelled; null before
 * @param failures      the rows that could not be done, each with what the server said
 * @param error         what stopped it; null if nothing did
 */
public record Backfill(
        MigrationVersion version,
        String table,
        List<String> key,
        State state,
        @Nullable String waits,
        @Nullable List<String> position,
        @Nullable List<String> last,
        long estimatedRows,
        long rowsPassed,
        long rowsChanged,
        long batches,
        int batchSize,
        Duration worked,
        @Nullable String runner,
        boolean running,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<String> failures,
        @Nullable String error) {

    public Backfill {
        key = List.copyOf(key);
        position = position == null ? null : List.copyOf(position);
        last = last == null ? null : List.copyOf(last);
        failures = List.copyOf(failures);
    }

    /** What is to become of a backfill. */
    public enum State {
        /** Somebody shall run it, or runs it. */
        OPEN,
        /** Nobody shall go on with it until it is resumed. */
        PAUSED,
        /** Every row is done. */
        COMPLETED,
        /** Something could not be done. */
        FAILED,
        /** Nobody shall go on with it. */
        CANCELLED
    }

    /** Whether every row is done. */
    public boolean isComplete() {
        return state == State.COMPLETED;
    }

    /** How much is done, from 0 to 100; 100 only when it is complete. */
    public int percent() {
        if (isComplete()) {
            return 100;
        }
        return estimatedRows == 0 ? 0 : (int) Math.min(99, rowsPassed * 100 / estimatedRows);
    }

    /** Rows that it goes through in a second of work; 0 before the first batch. */
    public double rowsPerSecond() {
        return worked.isZero() ? 0 : rowsPassed * 1e3 / worked.toMillis();
    }

    /** How long it will still work, if it goes on as it did; null where that is unknown. */
    public @Nullable Duration timeLeft() {
        if (isComplete()) {
            return Duration.ZERO;
        }
        return rowsPassed == 0 || rowsPassed > estimatedRows
                ? null
                : Duration.ofMillis(worked.toMillis() * (estimatedRows - rowsPassed) / rowsPassed);
    }
}
