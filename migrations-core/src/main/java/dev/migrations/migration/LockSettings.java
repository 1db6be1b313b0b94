package dev.migrations.migration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a folder's statements wait for the locks that they need.
 *
 * @param timeout        {@code lock-timeout}: the longest wait of one try; null for the default, zero for no limit
 * @param retryBudget    {@code lock-retry-budget}: how long what got no lock is tried again; null for the default, zero for
 *                       one try only
 * @param cancelBlockers {@code cancel-blockers}: who is ended for being in the way; null for the default
 */
public record LockSettings(
        @Nullable Duration timeout,
        @Nullable Duration retryBudget,
        @Nullable CancelBlockers cancelBlockers) {

    /** Nothing is said. */
    public static final LockSettings DEFAULT = new LockSettings(null, null, null);

    /** What is said here, and what the other says where nothing is said here. */
    public LockSettings orElse(LockSettings other) {
        return new LockSettings(
                timeout != null ? timeout : other.timeout,
                retryBudget != null ? retryBudget : other.retryBudget,
                cancelBlockers != null ? cancelBlockers : other.cancelBlockers);
    }
}
