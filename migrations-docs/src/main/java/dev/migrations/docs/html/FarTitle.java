package dev.migrations.docs.html;

import dev.migrations.docs.diagram.Box;
import java.util.List;

/** The name of a table in letters as large as its box has room for: what a reader sees of it from afar. */
final class FarTitle {

    /** From one line to the next, in heights of a letter. */
    static final double LINE = 1.05;

    private static final double LETTER_WIDTH = 0.6;
    private static final double ROOM = 0.94;
    private static final double LARGEST = 40;

    /** Shorter names stay in one line. */
    private static final int LONG = 9;

    private FarTitle() {}

    /** Cut behind the underscore that is nearest to its middle. */
    static List<String> lines(String name) {
        var best = -1;
        for (var i = name.indexOf('_'); i >= 0; i = name.indexOf('_', i + 1)) {
            if (i > 0 && i < name.length() - 1 && distance(i, name) < distance(best, name)) {
                best = i;
            }
        }
        return best < 0 || name.length() < LONG
                ? List.of(name)
                : List.of(name.substring(0, best + 1), name.substring(best + 1));
    }

    private static double distance(int at, String name) {
        return at < 0 ? Double.MAX_VALUE : Math.abs(at + 0.5 - name.length() / 2.0);
    }

    static double size(List<String> lines, Box.Size box) {
        var letters = lines.stream()
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .max()
                .orElse(1);
        var wide = box.width() * ROOM / (Math.max(1, letters) * LETTER_WIDTH);
        var high = box.height() * ROOM / (lines.size() * LINE);
        return Math.min(LARGEST, Math.min(wide, high));
    }
}
