package dev.migrations.migration;

import java.util.Locale;
import java.util.regex.Pattern;

/** Says which rule of the grammar a file name breaks. */
final class NameRule {

    private static final Pattern REPEATABLE = Pattern.compile("(?i)r[^a-z0-9].*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");
    private static final Pattern DIRECTION = Pattern.compile("(?i)[.](up|down)$");
    private static final Pattern NOT_IN_DESCRIPTION = Pattern.compile("[^a-z0-9_]");

    private NameRule() {}

    /** The first broken rule, as a sentence without its full stop. */
    static String brokenBy(String name) {
        var stem = name.substring(0, name.length() - ".sql".length());
        if (!name.endsWith(".sql")) {
            return "the extension is .sql, in lower case";
        }
        if (REPEATABLE.matcher(name).matches()) {
            return "a repeatable is named R_{description}.sql, and its description holds only a-z, 0-9 and _";
        }
        var start = DIGITS.matcher(stem);
        var digits = start.lookingAt() ? start.group() : "";
        if (digits.isEmpty()) {
            return "a name starts with the migration's version, in digits";
        }
        if (digits.length() > MigrationVersion.MAX_DIGITS) {
            return "a version has at most 18 digits, and this one has " + digits.length();
        }
        if (digits.matches("0+")) {
            return "versions start at 1: 0 is the state before any migration";
        }
        return afterVersion(stem.substring(digits.length()));
    }

    private static String afterVersion(String rest) {
        if (!rest.startsWith("_")) {
            return "a version is followed by _ and a description";
        }
        var direction = DIRECTION.matcher(rest);
        var written = direction.find() ? direction.group() : "";
        if (!written.equals(written.toLowerCase(Locale.ROOT))) {
            return "the direction is .up or .down, in lower case";
        }
        var description = rest.substring(1, rest.length() - written.length());
        if (description.isEmpty() || description.equals("down")) {
            return "a version is followed by _ and a description";
        }
        var wrong = NOT_IN_DESCRIPTION.matcher(description);
        return "a description holds only a-z, 0-9 and _"
                + (wrong.find() ? ", and this one has " + shown(description.codePointAt(wrong.start())) : "");
    }

    private static String shown(int codePoint) {
        return codePoint == ' ' ? "a space" : "'" + Character.toString(codePoint) + "'";
    }
}
