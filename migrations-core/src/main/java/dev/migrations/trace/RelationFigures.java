package dev.migrations.trace;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How large and how busy a relation of the real database is.
 *
 * @param rows   about how many; -1 where the server does not know, as before the first {@code ANALYZE}
 * @param bytes  with indexes, TOAST and partitions
 * @param reads  scans of it and of its indexes that the statistics count
 * @param writes rows inserted, updated and deleted that the statistics count
 * @param over   how long they have counted; null where the server does not say
 */
public record RelationFigures(
        long rows,
        long bytes,
        long reads,
        long writes,
        @Nullable Duration over) {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};
    private static final int KILO = 1024;

    /** For a sentence: {@code ≈12,400,000 rows, 3.1 GB, 350 writes/s}. */
    public String words() {
        var text = new StringBuilder(rows < 0 ? "an unknown number of rows" : "≈" + grouped(rows) + " rows");
        text.append(", ").append(size());
        if (over != null && over.toSeconds() > 0 && writes / over.toSeconds() > 0) {
            text.append(", ").append(grouped(writes / over.toSeconds())).append(" writes/s");
        }
        return text.toString();
    }

    private String size() {
        var unit = 0;
        var amount = (double) bytes;
        while (amount >= KILO && unit < UNITS.length - 1) {
            amount /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || amount >= 100 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
