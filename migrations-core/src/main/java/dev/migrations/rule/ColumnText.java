package dev.migrations.rule;

import dev.migrations.ddl.ColumnDefinition;
import java.util.regex.Pattern;

/** Definitions of columns as written, with one thing changed. */
final class ColumnText {

    /** In {@code check (a is not null)} it is no clause of the column. */
    private static final Pattern NOT_NULL =
            Pattern.compile("(?i)(?<!\\bis)( constraint (\"[^\"]*\"|\\S+))? not null\\b( no inherit\\b)?");

    private ColumnText() {}

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
