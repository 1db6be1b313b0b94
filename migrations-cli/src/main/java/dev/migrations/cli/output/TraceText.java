package dev.migrations.cli.output;

import dev.migrations.trace.Blocking;
import dev.migrations.trace.Effect;
import dev.migrations.trace.HeldLock;
import dev.migrations.trace.StatementTrace;
import dev.migrations.trace.TraceReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A trace, statement by statement, as lines for a terminal. */
final class TraceText {

    private static final int STATEMENT_WIDTH = 70;

    private final TraceReport report;
    private final TraceView view;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private TraceText(TraceReport report, TraceView view, Paint paint) {
        this.report = report;
        this.view = view;
        this.paint = paint;
    }

    static String render(TraceReport report, TraceView view, Paint paint) {
        var text = new TraceText(report, view, paint);
        report.statements().forEach(text::add);
        report.disagreements()
                .forEach(found -> text.lines.add(
                        "  ? " + found.place().file() + ":" + found.place().line() + "  " + found.sentence()));
        report.ignoredLocks()
                .forEach(one -> text.lines.add("  – " + one.finding().location().file() + ":"
                        + one.finding().location().line() + "  " + one.sentence()));
        report.notes().forEach(note -> text.lines.add("  Note: " + note));
        text.lines.add(text.summary());
        return String.join("\n", text.lines);
    }

    private void add(StatementTrace statement) {
        var blockings = report.blockings(statement);
        var dangerous = blockings.stream().anyMatch(this::isDangerous);
        lines.add("  " + (dangerous ? paint.bad("✗") : paint.good("✓")) + " "
                + statement.place().file() + ":" + statement.place().line() + "  "
                + statement.summary(STATEMENT_WIDTH));
        blockings.forEach(blocking -> lines.add(
                "      " + (isDangerous(blocking) ? paint.bad(report.sentence(blocking)) : report.sentence(blocking))));
        add("locks", statement.locks().stream().map(HeldLock::toString).toList());
        add("does", statement.effects().stream().map(Effect::sentence).toList());
    }

    private void add(String title, Collection<String> parts) {
        if (!parts.isEmpty()) {
            lines.add("      " + Words.fit(title, 6) + String.join("; ", parts));
        }
    }

    private boolean isDangerous(Blocking blocking) {
        return report.isDangerous(blocking, view.large());
    }

    private String summary() {
        var statements = report.statements();
        var dangerous = statements.stream()
                .filter(statement -> report.blockings(statement).stream().anyMatch(this::isDangerous))
                .map(statement ->
                        statement.place().file() + ":" + statement.place().line())
                .collect(Collectors.toList());
        return Words.count(statements.size(), "statement", "statements") + ", "
                + (dangerous.isEmpty() ? "none is dangerous" : "dangerous: " + String.join(", ", dangerous));
    }
}
