package dev.migrations.cli.output;

import dev.migrations.trace.Effect;
import dev.migrations.trace.HeldLock;
import dev.migrations.trace.StatementTrace;
import dev.migrations.trace.TraceReport;
import java.util.List;
import java.util.stream.Collectors;

/** A trace as a table for a pull request. */
final class TraceMarkdown {

    private static final int STATEMENT_WIDTH = 120;

    private final TraceReport report;
    private final TraceView view;

    private TraceMarkdown(TraceReport report, TraceView view) {
        this.report = report;
        this.view = view;
    }

    static String render(TraceReport report, TraceView view) {
        return new TraceMarkdown(report, view).render();
    }

    private String render() {
        var rows = report.statements().stream().map(this::row).collect(Collectors.joining("\n"));
        var text = new StringBuilder("### Trace of " + escaped(report.folder()) + " on " + escaped(report.database()))
                .append("\n\n");
        if (rows.isEmpty()) {
            text.append("No statement ran.\n");
        } else {
            text.append("| | Statement | On the database | Locks | Work |\n|---|---|---|---|---|\n")
                    .append(rows)
                    .append('\n');
        }
        if (!report.disagreements().isEmpty()) {
            text.append("\nLint and the trace disagree:\n\n");
        }
        report.disagreements().forEach(found -> text.append("- ")
                .append(found.place().file())
                .append(':')
                .append(found.place().line())
                .append(' ')
                .append(escaped(found.sentence()))
                .append('\n'));
        report.ignoredLocks().forEach(one -> text.append("\n> ")
                .append(one.finding().location().file())
                .append(':')
                .append(one.finding().location().line())
                .append(' ')
                .append(escaped(one.sentence()))
                .append('\n'));
        report.notes().forEach(note -> text.append("\n> ").append(escaped(note)).append('\n'));
        report.errors()
                .forEach(problem ->
                        text.append("\n```\n").append(problem.render()).append("\n```\n"));
        return text.toString().stripTrailing();
    }

    private String row(StatementTrace statement) {
        var blockings = report.blockings(statement);
        var dangerous = blockings.stream().anyMatch(blocking -> report.isDangerous(blocking, view.large()));
        return "| " + (dangerous ? "**dangerous**" : "ok") + " | "
                + statement.place().file() + ":"
                + statement.place().line() + "<br><code>" + escaped(statement.summary(STATEMENT_WIDTH)) + "</code> | "
                + cell(blockings.stream().map(report::sentence).toList()) + " | "
                + cell(statement.locks().stream().map(HeldLock::toString).toList()) + " | "
                + cell(statement.effects().stream().map(Effect::sentence).toList()) + " |";
    }

    private static String cell(List<String> parts) {
        return parts.stream().map(TraceMarkdown::escaped).collect(Collectors.joining("<br>"));
    }

    /** What would end a cell or be read as HTML. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("|", "\\|");
    }
}
