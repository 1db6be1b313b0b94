package dev.migrations.cli.json;

import dev.migrations.MigrationReport;
import dev.migrations.MigrationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs have done, in the endpoint's words, by folder and by database. */
record ReportBody(boolean success, Map<String, Folder> folders) {

    static ReportBody of(List<MigrationReport> reports) {
        var runs = new LinkedHashMap<String, Map<String, Run>>();
        reports.forEach(report -> runs.computeIfAbsent(report.folder(), name -> new LinkedHashMap<>())
                .put(report.database(), Run.of(report)));
        var folders = new LinkedHashMap<String, Folder>();
        runs.forEach((name, databases) ->
                folders.put(name, new Folder(name, databases.values().stream().allMatch(Run::success), databases)));
        return new ReportBody(reports.stream().allMatch(MigrationReport::success), folders);
    }

    /** One folder. */
    record Folder(String folder, boolean success, Map<String, Run> databases) {}

    /** One database. */
    record Run(
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

    /** One step. */
    record Result(String action, @Nullable String version, String description, String script, long durationMs) {

        static Result of(MigrationResult result) {
            var version = result.version();
            return new Result(
                    result.action().name(),
                    version == null ? null : version.toString(),
                    result.description(),
                    result.script(),
                    result.duration().toMillis());
        }
    }
}
