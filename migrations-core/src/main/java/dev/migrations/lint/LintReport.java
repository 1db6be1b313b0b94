package dev.migrations.lint;

import dev.migrations.rule.Finding;
import dev.migrations.rule.IgnoredFinding;
import dev.migrations.rule.Severity;
import java.util.List;

/**
 * What the rules have against some scripts.
 *
 * @param findings   by script, and by place in it
 * @param ignored    what they have against them, and the scripts tell the linter to ignore
 * @param scripts    how many were judged
 * @param statements how many were judged
 */
public record LintReport(List<Finding> findings, List<IgnoredFinding> ignored, int scripts, int statements) {

    public LintReport {
        findings = List.copyOf(findings);
        ignored = List.copyOf(ignored);
    }

    /** Whether a finding is an error. */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** How many findings weigh this much. */
    public int count(Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
