package dev.migrations.ddl;

/**
 * A value or a condition, not taken apart.
 *
 * @param text       as written, without comments
 * @param volatility of all functions that it calls
 */
public record Expression(String text, Volatility volatility) {

    /** Whether it is the word {@code NULL}, with or without a cast. */
    public boolean isNull() {
        return text.regionMatches(true, 0, "null", 0, 4) && (text.length() == 4 || text.startsWith("::", 4));
    }

    @Override
    public String toString() {
        return text;
    }
}
