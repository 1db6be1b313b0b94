package dev.migrations.rule;

import dev.migrations.ddl.ColumnDefinition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Definitions of columns as written, with one thing changed. */
final class ColumnText {

    /** In {@code check (a is not null)} it is no clause of the column. */
    private static final Pattern NOT_NULL =
            Pattern.compile("(?i)(?<!\\bis)( constraint (\"[^\"]*\"|\\S+))? not null\\b( no inherit\\b)?");

    private static final Pattern IDENTITY =
            Pattern.compile("(?is)\\bgenerated (always|by default) as identity( ?\\([^)]*\\))?");
    private static final Pattern STORED = Pattern.compile("(?is)\\bgenerated always as ?(\\(.*\\)) ?stored\\b");

    private ColumnText() {}

    /** {@code generated … as identity}, with its options. */
    static String identity(ColumnDefinition column) {
        return found(IDENTITY, column).group();
    }

    /** What a stored generated column is computed of, in parentheses. */
    static String stored(ColumnDefinition column) {
        return found(STORED, column).group(1);
    }

    private static Matcher found(Pattern clause, ColumnDefinition column) {
        var matcher = clause.matcher(column.written());
        if (!matcher.find()) {
            throw new IllegalStateException(clause + " is not in " + column.written());
        }
        return matcher;
    }

    static String withType(ColumnDefinition column, String type) {
        return column.name() + " " + type + clauses(column);
    }

    static String withoutNotNull(ColumnDefinition column) {
        return column.name() + " " + column.type()
                + NOT_NULL.matcher(clauses(column)).replaceAll("");
    }

    /** What stands behind the type. */
    private static String clauses(ColumnDefinition column) {
        var written = column.written();
        var name = written.startsWith("\"") ? written.indexOf('"', 1) : written.indexOf(' ');
        var type = column.type().written();
        return written.substring(written.indexOf(type, Math.max(name, 0)) + type.length());
    }
}
