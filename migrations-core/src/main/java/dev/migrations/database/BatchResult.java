package dev.migrations.database;

import dev.migrations.history.Backfill;
import dev.migrations.problem.Problem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one batch.
 *
 * @param outcome what became of it
 * @param row     how far the backfill is now; null unless something was written
 * @param rows    how many rows the batch held
 * @param took    how long its transaction took, by this machine's clock
 * @param last    the highest key of a batch that failed; else empty
 * @param failure what the server refused; null if it refused nothing
 */
public record BatchResult(
        Outcome outcome,
        @Nullable Backfill row,
        int rows,
        Duration took,
        List<String> last,
        @Nullable Problem failure) {

    /** What may become of a batch. */
    public enum Outcome {
        /** Done and kept; or there was nothing left to do. */
        DONE,
        /** Another runner is at work. */
        BUSY,
        /** The backfill is not open any more: paused, cancelled, ended or gone. */
        STOPPED,
        /** Nothing was kept; the same batch may succeed later, as after a deadlock or a wait for a lock. */
        IN_THE_WAY,
        /** Nothing was kept, because of one of its rows. */
        REFUSED,
        /** Nothing was kept, and nothing will be until somebody corrects the statement or the database. */
        HOPELESS
    }

    static BatchResult of(Outcome outcome) {
        return new BatchResult(outcome, null, 0, Duration.ZERO, List.of(), null);
    }

    static BatchResult done(Backfill row, int rows, long start) {
        return new BatchResult(Outcome.DONE, row, rows, Duration.ofNanos(System.nanoTime() - start), List.of(), null);
    }

    static BatchResult failed(Outcome outcome, int rows, List<String> last, Problem failure) {
        return new BatchResult(outcome, null, rows, Duration.ZERO, last, failure);
    }
}
