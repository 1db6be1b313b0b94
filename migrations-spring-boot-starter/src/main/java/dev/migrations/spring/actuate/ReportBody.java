package dev.migrations.spring.actuate;

import dev.migrations.MigrationReport;
import dev.migrations.MigrationResult;
import dev.migrations.plan.HeldBack;
import dev.migrations.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What a run that was asked for has done.
 *
 * @param folder    its name
 * @param success   whether all went well
 * @param databases what was done to each that was begun
 * @param problems  why nothing was begun; left out where something was
 */
public record ReportBody(
        String folder,
        boolean success,
        Map<String, Run> databases,
        @Nullable List<ProblemBody> problems) implements OperationResponseBody {

    static ReportBody of(String folder, List<MigrationReport> reports) {
        return new ReportBody(folder, true, runs(reports), null);
    }

    static ReportBody failed(String folder, List<MigrationReport> reports, List<Problem> problems) {
        return new ReportBody(folder, false, runs(reports), reports.isEmpty() ? ProblemBody.of(problems) : null);
    }

    private static Map<String, Run> runs(List<MigrationReport> reports) {
        var runs = new LinkedHashMap<String, Run>();
        reports.forEach(report -> runs.put(report.database(), Run.of(report)));
        return runs;
    }

    /**
     * A run on one database.
     *
     * @param success    whether all went well
     * @param results    the steps that were done
     * @param errors     what stopped it
     * @param durationMs of the whole run
     * @param heldBack   what stays behind until backfills are complete; left out where nothing does
     */
    public record Run(
            boolean success,
            List<Result> results,
            List<ProblemBody> errors,
            long durationMs,
            @Nullable HeldBackBody heldBack) {

        static Run of(MigrationReport report) {
            return new Run(
                    report.success(),
                    report.results().stream().map(Result::of).toList(),
                    ProblemBody.of(report.errors()),
                    report.duration().toMillis(),
                    HeldBackBody.of(report.heldBack()));
        }
    }

    /**
     * What stays behind.
     *
     * @param version   the lowest one that waits
     * @param script    its file
     * @param backfills what it waits for
     * @param count     how many versions wait
     */
    public record HeldBackBody(String version, String script, List<String> backfills, int count) {

        static @Nullable HeldBackBody of(@Nullable HeldBack heldBack) {
            return heldBack == null
                    ? null
                    : new HeldBackBody(
                            heldBack.version().toString(),
                            heldBack.script(),
                            heldBack.backfills().stream().map(Object::toString).toList(),
                            heldBack.count());
        }
    }

    /**
     * A step.
     *
     * @param action      what was done
     * @param version     left out for a repeatable
     * @param description from the file's name
     * @param script      the file's name
     * @param durationMs  how long it took
     */
    public record Result(
            MigrationResult.Action action,
            @Nullable String version,
            String description,
            String script,
            long durationMs) {

        static Result of(MigrationResult result) {
            var version = result.version();
            return new Result(
                    result.action(),
                    version == null ? null : version.toString(),
                    result.description(),
                    result.script(),
                    result.duration().toMillis());
        }
    }
}
