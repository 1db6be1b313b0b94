package dev.migrations.cli.output;

import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import dev.migrations.rule.Severity;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;

/** What the rules found, for a person. */
final class LintText {

    private final LintAnswer answer;
    private final Paint paint;

    LintText(LintAnswer answer, Paint paint) {
        this.answer = answer;
        this.paint = paint;
    }

    String render() {
        var blocks = new ArrayList<String>();
        answer.findings().forEach(placed -> blocks.add(headline(placed) + "\n" + body(placed)));
        blocks.add(summary());
        return String.join("\n\n", blocks);
    }

    private String headline(PlacedFinding placed) {
        var word = placed.severity() + ": " + placed.finding().rule();
        return switch (placed.finding().severity()) {
            case ERROR -> paint.bad(word);
            case WARNING -> paint.waiting(word);
            case INFO, OFF -> paint.strong(word);
        };
    }

    private static String body(PlacedFinding placed) {
        var problem = placed.finding().toProblem();
        var place = new SourceLocation(placed.file(), placed.line(), placed.column());
        return new Problem(problem.code(), problem.message(), problem.hint(), place, problem.excerpt(), null).render();
    }

    private String summary() {
        var judged = Words.count(answer.statements(), "statement", "statements") + " in "
                + Words.count(answer.scripts(), "script", "scripts");
        if (answer.findings().isEmpty()) {
            return judged + ": no findings";
        }
        var counts = Stream.of(Severity.ERROR, Severity.WARNING, Severity.INFO)
                .filter(severity -> answer.count(severity) > 0)
                .map(severity -> answer.count(severity) + " " + severity.name().toLowerCase(Locale.ROOT)
                        + (answer.count(severity) == 1 || severity == Severity.INFO ? "" : "s"))
                .toList();
        return judged + ": " + String.join(", ", counts);
    }
}
