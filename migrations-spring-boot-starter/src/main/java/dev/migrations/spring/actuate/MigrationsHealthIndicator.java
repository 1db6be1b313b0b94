package dev.migrations.spring.actuate;

import dev.migrations.MigrationReport;
import dev.migrations.problem.Problem;
import dev.migrations.spring.RunJournal;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Health by what this process has done; a probe asks no database. Drift is told, and makes nobody unwell. */
final class MigrationsHealthIndicator extends AbstractHealthIndicator {

    private final RunJournal journal;

    MigrationsHealthIndicator(RunJournal journal) {
        this.journal = journal;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var start = journal.start();
        switch (start.phase()) {
            case AWAITED, RUNNING -> builder.outOfService();
            case DONE -> builder.up();
            case FAILED ->
                builder.down()
                        .withDetail(
                                "problems",
                                start.problems().stream().map(Problem::code).toList());
        }
        journal.reports().forEach(report -> builder.withDetail(place(report), result(report)));
        journal.drifts()
                .forEach(look -> builder.withDetail(
                        "drift of " + look.report().folder() + " on "
                                + look.report().database(),
                        look.report().result().words()));
    }

    private static String place(MigrationReport report) {
        return report.folder() + " on " + report.database();
    }

    private static String result(MigrationReport report) {
        var applied = report.results().size() + " applied";
        return report.success()
                ? applied
                : applied + ", then " + report.errors().get(0).code();
    }
}
