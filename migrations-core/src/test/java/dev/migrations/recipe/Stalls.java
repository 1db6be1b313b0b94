package dev.migrations.recipe;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** How long the longest statements took. */
final class Stalls {

    private final AtomicLong read = new AtomicLong();
    private final AtomicLong write = new AtomicLong();

    void saw(long nanos, boolean isRead) {
        (isRead ? read : write).accumulateAndGet(nanos, Math::max);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "longest read %,d ms, longest write %,d ms",
                read.get() / 1_000_000,
                write.get() / 1_000_000);
    }
}
