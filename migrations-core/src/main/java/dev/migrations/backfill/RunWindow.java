package dev.migrations.backfill;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * The hours of the day in which backfills may run, such as {@code 22:00-06:00 Europe/Berlin}.
 *
 * @param from the first minute
 * @param to   the minute after the last; before the first one where the window spans midnight
 * @param zone whose hours
 */
public record RunWindow(LocalTime from, LocalTime to, ZoneId zone) {

    private static final Pattern FORM =
            Pattern.compile("\\s*(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})(?:\\s+(\\S+))?\\s*");

    /**
     * Reads one; hours without a zone are those of UTC.
     *
     * @throws IllegalArgumentException if it is anything else, with a sentence that says what is allowed
     */
    public static RunWindow parse(String text) {
        var matcher = FORM.matcher(text);
        try {
            if (matcher.matches()) {
                var from = LocalTime.parse(matcher.group(1));
                var to = LocalTime.parse(matcher.group(2));
                var zone = matcher.group(3) == null ? ZoneOffset.UTC : ZoneId.of(matcher.group(3));
                if (!from.equals(to)) {
                    return new RunWindow(from, to, zone);
                }
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(wrong(text), e);
        }
        throw new IllegalArgumentException(wrong(text));
    }

    private static String wrong(String text) {
        return "a window is two times of the day and a zone, such as 22:00-06:00 Europe/Berlin, not \"" + text + "\"";
    }

    /** Whether a moment lies in it. */
    public boolean isOpen(Instant moment) {
        var time = moment.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    /** As {@link #parse} takes it. */
    @Override
    public String toString() {
        return from + "-" + to + " " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone);
    }
}
