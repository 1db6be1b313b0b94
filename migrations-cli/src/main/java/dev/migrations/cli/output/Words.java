package dev.migrations.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers, times and texts as a person writes them. */
final class Words {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Pattern CODE = Pattern.compile("^ +[0-9]* \\| ");
    private static final Pattern INVISIBLE = Pattern.compile("\u001b\\[[0-9]*m");

    private Words() {}

    static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String duration(Duration duration) {
        var millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    static String moment(Instant instant) {
        return MINUTE.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** Padded with spaces to a width, or cut to it. */
    static String fit(String text, int width) {
        var length = text.codePointCount(0, text.length());
        if (length > width) {
            return text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
        }
        return text + " ".repeat(width - length);
    }

    /** Broken at spaces into lines of at most so many characters; a line of code stays whole, or its caret would be lost. */
    static String wrap(String text, int width) {
        return text.lines()
                .map(line -> CODE.matcher(line).find() ? line : wrapLine(line, width))
                .collect(Collectors.joining("\n"));
    }

    private static String wrapLine(String line, int width) {
        var wrapped = new StringBuilder();
        var used = 0;
        for (var word : line.split("(?<=\\S) (?=\\S)", -1)) {
            var length = INVISIBLE.matcher(word).replaceAll("").length();
            if (used > 0 && used + 1 + length > width) {
                wrapped.append("\n");
                used = 0;
            } else if (used > 0) {
                wrapped.append(' ');
                used++;
            }
            wrapped.append(word);
            used += length;
        }
        return wrapped.toString();
    }
}
