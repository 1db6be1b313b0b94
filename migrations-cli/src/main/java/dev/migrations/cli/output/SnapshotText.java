package dev.migrations.cli.output;

import dev.migrations.schema.DiffText;
import java.util.ArrayList;

/** What a comparison with a snapshot came to, as lines for a terminal. */
final class SnapshotText {

    private SnapshotText() {}

    static String render(SnapshotComparison comparison, DdlChoice ddl, Paint paint) {
        var lines = new ArrayList<String>();
        lines.add(paint.strong(comparison.database())
                + (comparison.isEqual() ? ": as " : ": not as ")
                + comparison.file()
                + " says");
        DiffText.render(comparison.diff()).forEach(line -> lines.add("  " + paint.difference(line)));
        comparison.notes().forEach(note -> lines.add("  Note: " + note));
        if (ddl == DdlChoice.WITH && !comparison.isEqual()) {
            lines.addAll(DdlText.render(
                    "to make " + comparison.database() + " as " + comparison.file() + " says",
                    comparison.ddl(),
                    paint));
        }
        return String.join("\n", lines);
    }
}
