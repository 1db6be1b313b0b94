package dev.migrations.problem;

/**
 * One line of a source file and the column that matters in it.
 *
 * @param line   the line's number, from 1
 * @param column the column's number, from 1, in characters (code points)
 * @param text   the whole line, without its line ending
 */
public record Excerpt(int line, int column, String text) {

    private static final int WIDTH = 100;
    private static final int LEAD = 60;

    /** The line with its number, and a caret under the column; a long line is cut around the column. */
    public String render() {
        var codePoints = text.codePoints().toArray();
        var caret = Math.min(Math.max(column - 1, 0), codePoints.length);
        var from = codePoints.length <= WIDTH ? 0 : Math.max(0, caret - LEAD);
        var to = Math.min(codePoints.length, from + WIDTH);
        var shown = new StringBuilder(from > 0 ? "…" : "");
        var pad = new StringBuilder(from > 0 ? " " : "");
        for (var i = from; i < to; i++) {
            shown.appendCodePoint(codePoints[i]);
            if (i < caret) {
                pad.append(padding(codePoints[i]));
            }
        }
        if (to < codePoints.length) {
            shown.append('…');
        }
        var number = Integer.toString(line);
        var gutter = " ".repeat(number.length());
        return " " + number + " | " + shown + "\n " + gutter + " | " + pad + "^";
    }

    private static String padding(int codePoint) {
        if (codePoint == '\t') {
            return "\t"; // as wide as the one above it, whatever the terminal's tab stops are
        }
        var type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return "";
        }
        return isWide(codePoint) ? "  " : " ";
    }

    /** East Asian wide characters and emoji take two columns (Unicode Standard Annex 11). */
    private static boolean isWide(int codePoint) {
        return (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
    }
}
