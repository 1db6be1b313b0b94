package dev.migrations.cli.json;

import dev.migrations.cli.output.Answer;
import dev.migrations.problem.Problem;
import dev.migrations.verify.MissingDown;
import dev.migrations.verify.ScriptCheck;
import dev.migrations.verify.VerifyReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the scripts of one folder.
 *
 * @param scratch     the database that it was tried on
 * @param versions    in their order, as far as it got
 * @param repeatables once every version is applied
 * @param notes       on what may be missing there
 * @param problems    why nothing was tried
 */
record VerifyBody(
        String scratch, List<Check> versions, List<Check> repeatables, List<String> notes, List<ProblemBody> problems) {

    /**
     * One script.
     *
     * @param version left out of a repeatable
     * @param diff    what its way down leaves behind
     * @param again   what its second way up makes otherwise
     * @param error   why something failed; left out where nothing did
     */
    record Check(
            @Nullable String version,
            String script,
            String result,
            List<DiffEntry> diff,
            List<DiffEntry> again,
            @Nullable Reason error,
            long durationMs) {

        static Check of(ScriptCheck check) {
            return new Check(
                    check.version() == null ? null : check.version().toString(),
                    check.script(),
                    check.verdict().name(),
                    DiffEntry.of(check.left()),
                    DiffEntry.of(check.again()),
                    check.problems().stream().findFirst().map(Reason::of).orElse(null),
                    check.duration().toMillis());
        }

        static List<Check> of(List<ScriptCheck> checks) {
            return checks.stream().map(Check::of).toList();
        }
    }

    static VerifyBody of(Answer<VerifyReport> answer) {
        return answer.value()
                .map(report -> new VerifyBody(
                        report.scratch(),
                        Check.of(report.versions()),
                        Check.of(report.repeatables()),
                        report.notes(),
                        List.of()))
                .orElseGet(
                        () -> new VerifyBody("", List.of(), List.of(), List.of(), ProblemBody.of(answer.problems())));
    }

    /** Why the command does not end with 0. */
    static List<Problem> problems(Answer<VerifyReport> answer, MissingDown missing) {
        return answer.value().stream()
                .flatMap(report -> report.flaws(missing).stream())
                .map(VerifyBody::problem)
                .toList();
    }

    private static Problem problem(ScriptCheck check) {
        return check.problems().isEmpty()
                ? Problem.of(
                        "not-exact",
                        check.script() + ": " + check.verdict().words() + ".",
                        "make its down script undo all that the up script does.")
                : check.problems().get(0);
    }
}
