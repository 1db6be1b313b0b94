package dev.migrations.cli.json;

import dev.migrations.QuickDriftReport;
import dev.migrations.QuickDriftReport.Result;
import dev.migrations.cli.output.Answer;
import dev.migrations.drift.Fingerprint;
import dev.migrations.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a database is what the latest run has left.
 *
 * @param result   such as {@code unchanged}; {@code failed} where it could not be asked
 * @param since    when the fingerprint was kept
 * @param changes  roughly what is different
 * @param problems why it could not be asked
 */
record QuickDriftBody(String result, @Nullable Instant since, List<Change> changes, List<ProblemBody> problems) {

    /** Objects of one kind in one schema; where their number is the same, something about them is not. */
    record Change(String kind, String schema, int from, int to) {

        static Change of(Fingerprint.Change change) {
            return new Change(change.kind(), change.schema(), change.from(), change.to());
        }
    }

    static QuickDriftBody of(QuickDriftReport report) {
        return new QuickDriftBody(
                report.result().toString(),
                report.since(),
                report.changes().stream().map(Change::of).toList(),
                List.of());
    }

    /** Why the command does not end with 0. */
    static List<Problem> problems(Answer<QuickDriftReport> answer) {
        return answer.value()
                .map(report -> report.result() == Result.UNCHANGED ? List.<Problem>of() : List.of(problem(report)))
                .orElseGet(List::of);
    }

    private static Problem problem(QuickDriftReport report) {
        return Problem.of(
                "drift-" + report.result(),
                report.database() + ": " + report.result().words() + ".",
                report.result() == Result.RUNNING ? "ask again when it has ended." : "`migrations drift` compares.");
    }

    static QuickDriftBody failed(List<Problem> problems) {
        return new QuickDriftBody("failed", null, List.of(), ProblemBody.of(problems));
    }
}
