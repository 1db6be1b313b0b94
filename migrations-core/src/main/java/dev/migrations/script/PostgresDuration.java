package dev.migrations.script;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time as PostgreSQL writes it in its settings: {@code 500ms}, {@code 5s}, {@code 1min} (PostgreSQL manual, "Setting
 * Parameters", 19.1.1). A number without a unit, which PostgreSQL would take for milliseconds and a person for seconds, is
 * none, but for zero.
 */
public final class PostgresDuration {

    private static final Pattern PATTERN =
            Pattern.compile("\\s*(?<amount>[0-9]{1,12}(\\.[0-9]{1,9})?)\\s*(?<unit>us|ms|s|min|h|d)\\s*");
    // the settings are 32-bit milliseconds
    private static final BigDecimal MAX_MILLIS = new BigDecimal(Integer.MAX_VALUE);

    private PostgresDuration() {}

    /** Empty when PostgreSQL would not take it, or would round it, at worst to zero, which means no limit. */
    public static Optional<Duration> parse(String text) {
        if (text.strip().equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        var matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var exact = new BigDecimal(matcher.group("amount")).multiply(millis(matcher.group("unit")));
        if (exact.stripTrailingZeros().scale() > 0 || exact.compareTo(MAX_MILLIS) > 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(exact.longValueExact()));
    }

    /** As {@link #parse} takes it, in the largest unit that leaves a whole number. */
    public static String write(Duration duration) {
        var millis = duration.toMillis();
        for (var unit : List.of("d", "h", "min", "s")) {
            var size = millis(unit).longValueExact();
            if (millis >= size && millis % size == 0) {
                return millis / size + unit;
            }
        }
        return millis == 0 ? "0" : millis + "ms";
    }

    private static BigDecimal millis(String unit) {
        return switch (unit) {
            case "us" -> new BigDecimal("0.001");
            case "ms" -> BigDecimal.ONE;
            case "s" -> new BigDecimal(1_000);
            case "min" -> new BigDecimal(60_000);
            case "h" -> new BigDecimal(3_600_000);
            case "d" -> new BigDecimal(86_400_000);
            default -> throw new IllegalStateException("a unit that the pattern does not take: " + unit);
        };
    }
}
