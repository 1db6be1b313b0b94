package dev.migrations.docs.diagram;

import dev.migrations.docs.diagram.Box.Size;
import java.util.List;

/** How large a box must be for its text, in the fonts of the style sheet; all in pixels. */
public final class BoxSize {

    /** The height of the title. */
    public static final double TITLE = 28;

    /** The height of a row. */
    public static final double ROW = 18;

    /** Where names of columns start. */
    public static final double INDENT = 30;

    /** Between text and the edge of a box. */
    public static final double PADDING = 10;

    private static final double TITLE_LETTER = 7.6;
    private static final double LETTER = 6.7;
    private static final double GAP = 14;
    private static final double LEAST_WIDTH = 130;

    private BoxSize() {}

    static Size of(String title, List<Row> rows, int hidden) {
        var names = rows.stream().mapToDouble(row -> width(row.name())).max().orElse(0);
        var types = rows.stream().mapToDouble(row -> width(row.type())).max().orElse(0);
        var inner = INDENT + LETTER * names + (types > 0 ? GAP + LETTER * types : 0) + PADDING;
        var lines = rows.size() + (hidden > 0 ? 1 : 0);
        var width = Math.max(LEAST_WIDTH, Math.max(inner, TITLE_LETTER * width(title) + 2 * PADDING));
        return new Size(Math.ceil(width), TITLE + ROW * lines + (lines > 0 ? PADDING / 2 : 0));
    }

    /** In letters of the Latin alphabet: those of Chinese, Japanese and Korean are twice as wide. */
    private static double width(String text) {
        return text.codePoints().mapToDouble(letter -> letter < 0x1100 ? 1 : 2).sum();
    }
}
