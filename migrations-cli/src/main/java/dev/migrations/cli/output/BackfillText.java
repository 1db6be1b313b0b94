package dev.migrations.cli.output;

import dev.migrations.history.Backfill;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far a backfill is, in words. */
final class BackfillText {

    private static final int BAR = 20;
    private static final int ROWS_SHOWN = 10;

    private BackfillText() {}

    /** A headline, and a line for whatever is not well. */
    static List<String> render(Backfill backfill, Paint paint) {
        var lines = new ArrayList<String>();
        lines.add("backfill " + backfill.version() + ", " + backfill.table() + " by "
                + String.join(", ", backfill.key()) + ": " + painted(backfill, paint) + numbers(backfill));
        if (backfill.waits() != null && backfill.running()) {
            lines.add("  waits: " + backfill.waits());
        }
        if (backfill.error() != null) {
            lines.add("  " + paint.bad(backfill.error()));
        }
        backfill.failures().stream().limit(ROWS_SHOWN).forEach(row -> lines.add("  not done: " + row));
        if (backfill.failures().size() > ROWS_SHOWN) {
            lines.add("  and " + (backfill.failures().size() - ROWS_SHOWN) + " more rows");
        }
        return lines;
    }

    private static String painted(Backfill backfill, Paint paint) {
        var word = word(backfill);
        return switch (backfill.state()) {
            case COMPLETED -> paint.good(word);
            case FAILED -> paint.bad(word);
            case OPEN, PAUSED, CANCELLED -> paint.waiting(word);
        };
    }

    /** What is becoming of it. */
    static String word(Backfill backfill) {
        return backfill.state() == Backfill.State.OPEN && backfill.running()
                ? backfill.waits() == null ? "running" : "waiting"
                : backfill.state().name().toLowerCase(Locale.ROOT);
    }

    private static String numbers(Backfill backfill) {
        if (backfill.batches() == 0) {
            return "";
        }
        return switch (backfill.state()) {
            case COMPLETED -> ", " + rows(backfill.rowsPassed()) + ", " + number(backfill.rowsChanged()) + " changed";
            case FAILED, CANCELLED ->
                ", " + rows(backfill.rowsPassed()) + " of about "
                        + number(Math.max(backfill.estimatedRows(), backfill.rowsPassed()));
            case OPEN, PAUSED -> ", " + progress(backfill);
        };
    }

    /** For a line that is drawn over: a bar first. */
    static String bar(Backfill backfill) {
        var filled = backfill.percent() * BAR / 100;
        return " [" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + progress(backfill);
    }

    /** Percent, rows, pace, time that is left, and the size of a batch. */
    static String progress(Backfill backfill) {
        var left = backfill.timeLeft();
        return backfill.percent() + " %, " + number(backfill.rowsPassed()) + " of about "
                + rows(Math.max(backfill.estimatedRows(), backfill.rowsPassed())) + ", "
                + number(Math.round(backfill.rowsPerSecond())) + " rows/s"
                + (left == null ? "" : ", " + Words.duration(left) + " left") + ", batches of "
                + number(backfill.batchSize());
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : number(count) + " rows";
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
