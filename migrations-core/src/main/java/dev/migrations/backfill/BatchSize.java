package dev.migrations.backfill;

import dev.migrations.script.BackfillDirective;
import java.time.Duration;

/**
 * How many rows the next batch takes.
 *
 * <ol>
 *   <li>The time that a row takes is smoothed over the batches: a new one counts for 0.4 (the weight that GitLab's batched
 *       background migrations use).
 *   <li>The next batch takes as many rows as should fill the target time, but at most half as many more as the last one, and
 *       at least half of it; and never leaves its bounds.
 *   <li>A batch that failed is halved and tried again at the same place, below the bounds too, down to a single row. When the
 *       rows of the failed batch are behind, it goes on as before.
 * </ol>
 *
 * @param rows         the next batch's
 * @param millisPerRow smoothed; 0 before the first batch
 * @param suspects     how many rows of a batch that failed are still to be done; 0 if none are
 * @param usual        what to go on with when they are done
 * @param least        the lower bound
 * @param most         the upper bound
 * @param target       how long a batch should take
 */
public record BatchSize(int rows, double millisPerRow, int suspects, int usual, int least, int most, Duration target) {

    private static final double WEIGHT_OF_LATEST = 0.4;
    private static final double FASTEST_GROWTH = 1.5;
    private static final double FASTEST_SHRINKING = 0.5;

    /** The first batch's, or the one after an interruption that had come to so many rows. */
    public static BatchSize of(BackfillDirective directive, int rows) {
        var bounded = Math.min(Math.max(rows, directive.least()), directive.most());
        return new BatchSize(bounded, 0, 0, bounded, directive.least(), directive.most(), directive.target());
    }

    /** After a batch that went through so many rows. */
    public BatchSize done(int passed, Duration took) {
        if (passed == 0) {
            return this;
        }
        if (suspects > 0) {
            return suspects > passed ? with(rows, suspects - passed) : with(usual, 0);
        }
        var latest = took.toNanos() / 1e6 / passed;
        var smoothed = millisPerRow == 0 ? latest : WEIGHT_OF_LATEST * latest + (1 - WEIGHT_OF_LATEST) * millisPerRow;
        var wanted = target.toMillis() / Math.max(smoothed, 1e-6);
        var gradual = Math.min(Math.max(wanted, rows * FASTEST_SHRINKING), rows * FASTEST_GROWTH);
        var next = (int) Math.min(Math.max(Math.round(gradual), least), most);
        return new BatchSize(next, smoothed, 0, next, least, most, target);
    }

    /** After a batch of so many rows that failed. */
    public BatchSize failed(int batch) {
        return with(Math.max(1, batch / 2), Math.max(suspects, batch));
    }

    /** After a row that was found to be the reason, and was passed over. */
    public BatchSize foundRow() {
        return suspects > 1 ? with(Math.max(1, Math.min(usual, suspects - 1)), suspects - 1) : with(usual, 0);
    }

    private BatchSize with(int next, int open) {
        return new BatchSize(next, millisPerRow, open, usual, least, most, target);
    }
}
