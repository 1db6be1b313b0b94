package dev.migrations.cli.output;

import dev.migrations.DriftReport;
import dev.migrations.QuickDriftReport;
import dev.migrations.schema.DiffText;
import java.util.ArrayList;
import java.util.Optional;

/** How a database differs from its migrations, as lines for a terminal. */
final class DriftText {

    private DriftText() {}

    static String render(DriftReport report, DdlChoice ddl, Paint paint) {
        var lines = new ArrayList<String>();
        lines.add(paint.strong(String.join(", ", report.folders()) + " on " + report.database())
                + (report.isDrifted() ? "" : ": as its migrations make it"));
        DiffText.render(report.diff()).forEach(line -> lines.add("  " + paint.difference(line)));
        report.notes().forEach(note -> lines.add("  Note: " + note));
        if (report.isDrifted()) {
            lines.add(summary(report));
            if (ddl == DdlChoice.WITH) {
                lines.addAll(DdlText.render(
                        "to bring " + report.database() + " back to its migrations", report.back(), paint));
                lines.addAll(DdlText.render("to write as the next migration", report.next(), paint));
            }
        }
        return String.join("\n", lines);
    }

    private static String summary(DriftReport report) {
        var diff = report.diff();
        return Words.count(diff.added().size(), "object", "objects") + " that no migration makes, "
                + diff.removed().size() + " missing, " + diff.changed().size() + " otherwise";
    }

    static String render(QuickDriftReport report, Paint paint) {
        var lines = new ArrayList<String>();
        var since = report.since();
        lines.add(paint.strong(report.folder() + " on " + report.database()) + ": "
                + report.result().words()
                + (since != null && report.result().isKnown() ? " since " + Words.moment(since) : ""));
        report.changes().forEach(change -> lines.add("  " + paint.waiting("~ " + change.sentence())));
        next(report.result()).ifPresent(next -> lines.add("  " + next));
        return String.join("\n", lines);
    }

    private static Optional<String> next(QuickDriftReport.Result result) {
        return switch (result) {
            case UNCHANGED -> Optional.empty();
            case CHANGED -> Optional.of("`migrations drift` shows what");
            case RUNNING -> Optional.of("ask again when it has ended");
            case NONE_KEPT, OUTDATED, OTHER_METHOD, OTHER_IGNORED ->
                Optional.of("`migrations drift` compares, and with --remember keeps a new one");
        };
    }
}
