package dev.migrations.migration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time as PostgreSQL writes it in its settings: {@code 500ms}, {@code 5s}, {@code 1min}; without a unit, milliseconds
 * (PostgreSQL manual, "Setting Parameters", 19.1.1).
 */
final class PostgresDuration {

    private static final Pattern PATTERN =
            Pattern.compile("\\s*(?<amount>[0-9]{1,12}(\\.[0-9]{1,9})?)\\s*(?<unit>us|ms|s|min|h|d)?\\s*");
    // the settings are 32-bit milliseconds
    private static final long MAX_MILLIS = Integer.MAX_VALUE;

    private PostgresDuration() {}

    /** Empty when PostgreSQL would not take it. */
    static Optional<Duration> parse(String text) {
        var matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var unit = matcher.group("unit");
        var exact = new BigDecimal(matcher.group("amount")).multiply(millis(unit == null ? "ms" : unit));
        var millis = exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        return millis > MAX_MILLIS ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
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
