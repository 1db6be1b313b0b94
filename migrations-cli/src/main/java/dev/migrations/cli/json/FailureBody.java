package dev.migrations.cli.json;

import dev.migrations.MigrationReport;
import dev.migrations.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a command ended, and what it had done before.
 *
 * @param error   the first problem
 * @param errors  all of them; left out where there is one
 * @param applied the steps that were done and stay
 */
record FailureBody(Reason error, @Nullable List<Reason> errors, List<Step> applied) {

    static FailureBody of(List<Problem> problems, List<MigrationReport> reports) {
        var errors = problems.stream().map(Reason::of).toList();
        var applied = reports.stream()
                .flatMap(report -> report.results().stream()
                        .map(result -> new Step(report.folder(), report.database(), ReportBody.Result.of(result))))
                .toList();
        return new FailureBody(errors.get(0), errors.size() > 1 ? errors : null, applied);
    }

    /** One step, and where. */
    record Step(
            String folder,
            String database,
            String action,
            @Nullable String version,
            String description,
            String script,
            long durationMs) {

        Step(String folder, String database, ReportBody.Result result) {
            this(
                    folder,
                    database,
                    result.action(),
                    result.version(),
                    result.description(),
                    result.script(),
                    result.durationMs());
        }
    }
}
