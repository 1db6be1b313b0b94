package dev.migrations.rule;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of PostgreSQL.
 *
 * @param major 14 and the like
 * @param minor null where only the major version is known
 */
public record ServerVersion(int major, @Nullable Integer minor) {

    /** The oldest that is supported: what is true for it is asked where nobody names a version. */
    public static final ServerVersion OLDEST = new ServerVersion(14, null);

    private static final Pattern FORM = Pattern.compile("(?<major>[0-9]{1,3})(\\.(?<minor>[0-9]{1,3}))?");

    /**
     * Reads {@code 16} or {@code 16.2}.
     *
     * @throws IllegalArgumentException if it is anything else, with a sentence that says what is allowed
     */
    public static ServerVersion parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a version of PostgreSQL is written 16 or 16.2, not \"" + text + "\"");
        }
        var minor = matcher.group("minor");
        return new ServerVersion(
                Integer.parseInt(matcher.group("major")), minor == null ? null : Integer.valueOf(minor));
    }

    /** The version that a server gives as {@code server_version_num}, such as 160002. */
    public static ServerVersion ofNumber(int number) {
        return new ServerVersion(number / 10_000, number % 10_000);
    }

    /** Whether it is this major version, or a later one. */
    public boolean isAtLeast(int wanted) {
        return major >= wanted;
    }
}
