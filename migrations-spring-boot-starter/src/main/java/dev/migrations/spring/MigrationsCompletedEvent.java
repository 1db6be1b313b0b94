package dev.migrations.spring;

import dev.migrations.MigrationReport;
import java.util.List;

/**
 * Published in the application's context when the run of a start has ended and the application goes on.
 *
 * @param reports one for each folder and database that was run or, with auto-migrate off, looked at
 */
public record MigrationsCompletedEvent(List<MigrationReport> reports) {

    public MigrationsCompletedEvent {
        reports = List.copyOf(reports);
    }

    /** Whether nothing failed; it may not be so where {@code migrations.fail-startup} is off. */
    public boolean success() {
        return reports.stream().allMatch(MigrationReport::success);
    }
}
