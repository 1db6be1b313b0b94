package dev.migrations.cli.output;

import dev.migrations.MigrationReport;
import dev.migrations.MigrationResult;
import java.util.EnumMap;
import java.util.stream.Collectors;

/** What a run came to, in one line. */
final class ReportText {

    private ReportText() {}

    static String render(MigrationReport report) {
        var place = report.folder() + " on " + report.database() + ": ";
        if (report.results().isEmpty()) {
            return place + (report.success() ? "nothing to do" : "no migration completed");
        }
        var counts = report.results().stream()
                .collect(Collectors.groupingBy(
                        MigrationResult::action,
                        () -> new EnumMap<>(MigrationResult.Action.class),
                        Collectors.counting()));
        var done = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
        return place + done + " in " + Words.duration(report.duration()) + (report.success() ? "" : ", then a failure");
    }
}
