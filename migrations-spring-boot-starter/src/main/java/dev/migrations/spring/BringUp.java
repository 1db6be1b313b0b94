package dev.migrations.spring;

import dev.migrations.Backfills;
import dev.migrations.MigrationFailedException;
import dev.migrations.MigrationListener;
import dev.migrations.MigrationReport;
import dev.migrations.Migrator;
import dev.migrations.lint.LintMode;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.problem.MigrationException;
import dev.migrations.spring.MigrationsProperties.RunBackfills;
import dev.migrations.spring.database.ApplicationDatabase;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Brings a folder's database up to date; the journal knows of it, and the log gets one line. */
final class BringUp implements FolderWork {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations");

    private final RunJournal journal;
    private final Duration patience;
    private final LintMode lint;
    private final ObservationRegistry observations;
    private final MigrationsProperties.Backfill backfill;

    BringUp(
            RunJournal journal,
            Duration patience,
            LintMode lint,
            MigrationsProperties.Backfill backfill,
            ObservationRegistry observations) {
        this.journal = journal;
        this.patience = patience;
        this.lint = lint;
        this.observations = observations;
        this.backfill = backfill;
    }

    @Override
    public FolderRun on(AssignedFolder folder, ApplicationDatabase database) {
        journal.begin(folder.name(), database.name());
        try {
            var observation = RunObservation.start(observations, folder.name(), database.name());
            var run = run(folder, database, observation);
            observation.end(run.cause());
            journal.record(run.report());
            summarize(run, run.cause() instanceof MigrationFailedException ? left(folder, database) : 0);
            return run;
        } finally {
            journal.end(folder.name(), database.name());
        }
    }

    private FolderRun run(AssignedFolder folder, ApplicationDatabase database, MigrationListener observation) {
        var start = System.nanoTime();
        try {
            var migrator = Migrator.of(folder.folder(), database.source())
                    .database(database.name())
                    .lockPatience(patience)
                    .lint(lint)
                    .listener(new MigrationLog().and(observation))
                    .build();
            return FolderRun.done(backfill.run() == RunBackfills.WITH_UP ? upWithBackfills(migrator) : migrator.up());
        } catch (MigrationFailedException e) {
            return FolderRun.failed(e.report(), e);
        } catch (MigrationException e) {
            return FolderRun.failed(FolderRun.report(folder, database, e.problems(), start), e);
        } catch (RuntimeException e) {
            var failure = ApplicationNotMigratedException.unexpected(e);
            return FolderRun.failed(FolderRun.report(folder, database, failure.problems(), start), failure);
        }
    }

    private MigrationReport upWithBackfills(Migrator migrator) {
        var backfills = Backfills.of(migrator).throttle(backfill.throttle()).listener(new BackfillLog());
        var report = backfills.migrate(MigrationTarget.up());
        backfills.run();
        return report;
    }

    /** How many migrations come after the one that failed; 0 if it cannot be told. */
    private static int left(AssignedFolder folder, ApplicationDatabase database) {
        try {
            var looking = Migrator.of(folder.folder(), database.quick()).build();
            return Math.max(0, looking.plan(MigrationTarget.up()).steps().size() - 1);
        } catch (MigrationException e) {
            return 0; // the failure that is told anyway says why
        }
    }

    private static void summarize(FolderRun run, int skipped) {
        var report = run.report();
        LOG.atLevel(run.success() ? Level.INFO : Level.WARN)
                .log(
                        "{} on {}: {} succeeded, {} failed, {} skipped in {} ms",
                        report.folder(),
                        report.database(),
                        report.results().size(),
                        run.success() ? 0 : 1,
                        skipped,
                        report.duration().toMillis());
        if (report.heldBack() != null) {
            LOG.info(
                    "{} on {}: {}",
                    report.folder(),
                    report.database(),
                    report.heldBack().sentence());
        }
    }
}
