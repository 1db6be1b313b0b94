package dev.migrations.cli.json;

import dev.migrations.DriftReport;
import dev.migrations.cli.output.Answer;
import dev.migrations.cli.output.DdlChoice;
import dev.migrations.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one database differs from what its migrations make.
 *
 * @param drifted  whether it does
 * @param folders  whose migrations were run to compare
 * @param scratch  the database that it was compared with
 * @param added    what no migration makes
 * @param removed  what a migration makes, and is not there
 * @param changed  what is otherwise
 * @param back     DDL that brings the database back to its migrations, where that was asked for
 * @param next     DDL to write as the next migration, the same
 * @param notes    where the comparison may say too much or too little
 * @param problems why there is none
 */
record DriftBody(
        boolean drifted,
        List<String> folders,
        String scratch,
        List<NameBody> added,
        List<NameBody> removed,
        List<ChangeBody> changed,
        @Nullable List<DdlBody> back,
        @Nullable List<DdlBody> next,
        List<String> notes,
        List<ProblemBody> problems) {

    static DriftBody of(DriftReport report, DdlChoice ddl) {
        return new DriftBody(
                report.isDrifted(),
                report.folders(),
                report.scratch(),
                NameBody.of(report.diff().added()),
                NameBody.of(report.diff().removed()),
                ChangeBody.of(report.diff()),
                ddl == DdlChoice.WITH ? DdlBody.of(report.back()) : null,
                ddl == DdlChoice.WITH ? DdlBody.of(report.next()) : null,
                report.notes(),
                List.of());
    }

    /** Why the command does not end with 0. */
    static List<Problem> problems(Answer<DriftReport> answer) {
        return answer.value()
                .map(report -> report.isDrifted() ? List.of(drifted(report.database())) : List.<Problem>of())
                .orElseGet(List::of);
    }

    private static Problem drifted(String database) {
        return Problem.of(
                "drift",
                database + " is not what its migrations make.",
                "undo by hand what was done by hand, or write a migration that does it everywhere.");
    }

    static DriftBody failed(List<Problem> problems) {
        return new DriftBody(
                false, List.of(), "", List.of(), List.of(), List.of(), null, null, List.of(), ProblemBody.of(problems));
    }
}
