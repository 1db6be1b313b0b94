package dev.migrations.drift;

import dev.migrations.schema.ObjectName;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of objects with wildcards: {@code *} is any text, {@code ?} one character. It is held against the whole name, with its
 * kind ({@code table public.events_*}) and without ({@code public.events_*}).
 *
 * @param text as somebody wrote it
 */
public record NamePattern(String text) {

    /**
     * Takes a pattern as somebody wrote it.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public NamePattern {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a pattern has at least one character");
        }
    }

    /** Whether an object is called like this; its parts are not looked at. */
    public boolean matches(ObjectName name) {
        var pattern = Pattern.compile(regex(), Pattern.DOTALL);
        return pattern.matcher(name.toString()).matches()
                || pattern.matcher(name.path()).matches();
    }

    /** The same as a regular expression of a whole name, in what Java and PostgreSQL have in common. */
    public String regex() {
        var regex = new StringBuilder("^");
        text.codePoints().forEach(character -> {
            switch (character) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> {
                    // a backslash before what is no letter and no digit makes it literal in both
                    if (character < 128 && !Character.isLetterOrDigit(character)) {
                        regex.append('\\');
                    }
                    regex.appendCodePoint(character);
                }
            }
        });
        return regex.append('$').toString();
    }

    /** One expression for several; empty for none. */
    public static String regexOf(List<NamePattern> patterns) {
        return patterns.stream().map(NamePattern::regex).collect(Collectors.joining("|"));
    }

    @Override
    public String toString() {
        return text;
    }
}
