package dev.migrations.cli.json;

import dev.migrations.cli.output.LintAnswer;
import dev.migrations.cli.output.PlacedFinding;
import dev.migrations.rule.Severity;
import java.util.List;

/**
 * What the rules have against some scripts.
 *
 * @param findings   by folder, by script, and by place in it
 * @param errors     how many findings are errors
 * @param warnings   how many are warnings
 * @param scripts    how many were judged
 * @param statements how many were judged
 */
record LintBody(List<FindingBody> findings, int errors, int warnings, int scripts, int statements) {

    static LintBody of(LintAnswer answer) {
        return new LintBody(
                answer.findings().stream().map(FindingBody::of).toList(),
                answer.count(Severity.ERROR),
                answer.count(Severity.WARNING),
                answer.scripts(),
                answer.statements());
    }

    /** One finding; {@code severity} is error, warning or info. */
    record FindingBody(String file, int line, int column, String rule, String severity, String message, String help) {

        static FindingBody of(PlacedFinding placed) {
            var finding = placed.finding();
            return new FindingBody(
                    placed.file(),
                    placed.line(),
                    placed.column(),
                    finding.rule(),
                    placed.severity(),
                    finding.message(),
                    finding.help());
        }
    }
}
