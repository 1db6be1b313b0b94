package dev.migrations.cli.output;

import dev.migrations.problem.Problem;
import dev.migrations.schema.DiffText;
import dev.migrations.schema.SchemaDiff;
import dev.migrations.verify.MissingDown;
import dev.migrations.verify.ScriptCheck;
import dev.migrations.verify.Verdict;
import dev.migrations.verify.VerifyReport;
import java.util.ArrayList;
import java.util.List;

/** What became of each script as a table, and below it what was wrong. */
final class VerifyText {

    private final VerifyReport report;
    private final MissingDown missing;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    VerifyText(VerifyReport report, MissingDown missing, Paint paint) {
        this.report = report;
        this.missing = missing;
        this.paint = paint;
    }

    String render() {
        lines.add(paint.strong(report.folder() + " on " + report.database()));
        var width = report.checks().stream()
                .mapToInt(check -> check.script().length())
                .max()
                .orElse(0);
        report.checks().forEach(check -> lines.add(row(check, width)));
        report.flaws(missing).forEach(this::explain);
        report.notes().forEach(note -> lines.add("  Note: " + note));
        lines.add(summary());
        return String.join("\n", lines);
    }

    private String row(ScriptCheck check, int width) {
        return "  " + mark(check) + " " + Words.fit(check.script(), width) + "  "
                + Words.fit(check.verdict().words(), 16) + "  " + Words.duration(check.duration());
    }

    private String mark(ScriptCheck check) {
        return switch (check.verdict()) {
            case EXACT -> paint.good("✓");
            case NO_DOWN -> missing == MissingDown.ALLOWED ? paint.good("✓") : paint.bad("✗");
            case RESIDUE, DOWN_FAILED, UP_AGAIN_FAILED, UP_FAILED -> paint.bad("✗");
        };
    }

    private void explain(ScriptCheck check) {
        if (check.verdict() != Verdict.NO_DOWN) {
            lines.add("");
            lines.add(paint.strong(check.script()) + ": " + check.verdict().words());
            explain("its way down does not lead back to where it began:", check.left());
            if (check.againSaysMore()) {
                explain("its second way up leads to another schema than the first:", check.again());
            }
            check.problems().stream().map(Problem::render).forEach(lines::add);
        }
    }

    private void explain(String headline, SchemaDiff diff) {
        if (!diff.isEmpty()) {
            lines.add("  " + headline);
            DiffText.render(diff).forEach(line -> lines.add("    " + line));
        }
    }

    private String summary() {
        var flaws = report.flaws(missing).size();
        var tried = Words.count(report.checks().size(), "script", "scripts") + " tried";
        return (flaws == 0 ? "" : "\n") + tried + ", " + (flaws == 0 ? "none is flawed" : flaws + " flawed");
    }
}
