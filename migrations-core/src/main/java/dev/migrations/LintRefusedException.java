package dev.migrations;

import dev.migrations.lint.LintReport;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.rule.Finding;
import dev.migrations.rule.Severity;

/** A run that was refused for what its scripts would do to the traffic; nothing was changed. */
public final class LintRefusedException extends MigrationException {

    private static final long serialVersionUID = 1;

    LintRefusedException(LintReport report) {
        super(
                report.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(Finding::toProblem)
                        .toList(),
                null);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
