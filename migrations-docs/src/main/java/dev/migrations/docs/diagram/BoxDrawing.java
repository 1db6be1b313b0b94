package dev.migrations.docs.diagram;

import dev.migrations.docs.reference.Column;
import dev.migrations.docs.reference.Entry;
import java.util.Comparator;

/** Decides what of a table is shown in a picture. */
final class BoxDrawing {

    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_TYPE = 22;
    private static final int MOST_ROWS = 24;

    private final Detail detail;
    private final Titles titles;

    BoxDrawing(Detail detail, Titles titles) {
        this.detail = detail;
        this.titles = titles;
    }

    /** How much of a table is shown. */
    enum Detail {
        /** Keys only, without types: many tables. */
        KEYS,
        /** All columns with their types: few tables. */
        COLUMNS
    }

    /** Whether a title says the schema. */
    enum Titles {
        NAME,
        SCHEMA_AND_NAME
    }

    Box draw(Entry table, Box.Role role) {
        var title = cut(
                titles == Titles.NAME && role == Box.Role.OWN
                        ? table.name().name()
                        : table.name().path(),
                LONGEST_TITLE);
        var rows = table.columns().stream()
                .filter(column -> mark(column) != Row.Mark.NONE || (detail == Detail.COLUMNS && role == Box.Role.OWN))
                .sorted(Comparator.comparing(column -> rank(mark(column))))
                .limit(MOST_ROWS)
                .map(this::row)
                .toList();
        var hidden = table.columns().size() - rows.size();
        return new Box(table.name(), title, role, rows, hidden, BoxSize.of(title, rows, hidden));
    }

    private Row row(Column column) {
        return new Row(
                column.name(),
                cut(column.name(), LONGEST_NAME),
                detail == Detail.KEYS ? "" : cut(column.type(), LONGEST_TYPE),
                mark(column));
    }

    /** A stable sort keeps the columns of a rank in the table's order. */
    private static int rank(Row.Mark mark) {
        return switch (mark) {
            case PRIMARY, BOTH -> 0;
            case FOREIGN -> 1;
            case NONE -> 2;
        };
    }

    private static Row.Mark mark(Column column) {
        if (column.isPrimary()) {
            return column.isForeign() ? Row.Mark.BOTH : Row.Mark.PRIMARY;
        }
        return column.isForeign() ? Row.Mark.FOREIGN : Row.Mark.NONE;
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
