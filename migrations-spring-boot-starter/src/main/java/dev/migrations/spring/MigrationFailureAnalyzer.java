package dev.migrations.spring;

import dev.migrations.MigrationReport;
import dev.migrations.MigrationResult;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a failed start into what is so, with the line in question and what was applied before, and what to do. */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
        if (cause instanceof ApplicationNotMigratedException failure) {
            // another analyzer may know what it is; else the stack trace says most
            return failure.isUnexpected() ? null : analysis(describe(failure), failure);
        }
        return analysis(describe(cause.problems()), cause);
    }

    private static FailureAnalysis analysis(String description, MigrationException cause) {
        var action = cause.problems().stream()
                .map(Problem::hint)
                .distinct()
                .map(MigrationFailureAnalyzer::sentence)
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(description, action, cause);
    }

    private static String describe(ApplicationNotMigratedException failure) {
        if (failure.reports().stream().allMatch(MigrationReport::success)) {
            return describe(failure.problems());
        }
        return failure.reports().stream()
                .filter(report -> !report.success() || !report.results().isEmpty())
                .map(MigrationFailureAnalyzer::describe)
                .collect(Collectors.joining("\n\n"));
    }

    private static String describe(MigrationReport report) {
        var place = report.folder() + " on " + report.database() + ": ";
        var applied = report.results().stream().map(MigrationResult::script).collect(Collectors.joining(", "));
        var before = applied.isEmpty() ? "" : "applied and kept: " + applied;
        if (report.success()) {
            return place + before;
        }
        return place + describe(report.errors()) + (before.isEmpty() ? "" : "\n\nBefore it, " + before);
    }

    private static String describe(List<Problem> problems) {
        return problems.stream().map(MigrationFailureAnalyzer::describe).collect(Collectors.joining("\n\n"));
    }

    private static String describe(Problem problem) {
        var text = new StringBuilder();
        if (problem.location() != null) {
            text.append(problem.location()).append(": ");
        }
        text.append(ended(problem.message()));
        if (problem.excerpt() != null) {
            text.append("\n\n").append(problem.excerpt().render());
        }
        return text.toString();
    }

    private static String sentence(String text) {
        return ended(Character.toUpperCase(text.charAt(0)) + text.substring(1));
    }

    private static String ended(String text) {
        return ".?!:;`".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }
}
