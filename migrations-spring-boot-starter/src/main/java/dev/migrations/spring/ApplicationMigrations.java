package dev.migrations.spring;

import dev.migrations.MigrationReport;
import dev.migrations.lint.LintMode;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.spring.MigrationsProperties.OnFailure;
import dev.migrations.spring.MigrationsProperties.OnPending;
import dev.migrations.spring.RunJournal.Phase;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The migrations of an application: all folders at a start, and one folder when somebody asks for it. */
public final class ApplicationMigrations {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations");

    private final MigrationsProperties properties;
    private final ApplicationFolders folders;
    private final RunJournal journal;
    private final Supplier<ObservationRegistry> observations;

    /**
     * The migrations of one application.
     *
     * @param observations asked at each run, as a run at startup may come before the registry is needed by anybody else
     */
    ApplicationMigrations(
            MigrationsProperties properties,
            ApplicationFolders folders,
            RunJournal journal,
            Supplier<ObservationRegistry> observations) {
        this.properties = properties;
        this.folders = folders;
        this.journal = journal;
        this.observations = observations;
    }

    /** The folders and their databases. */
    public ApplicationFolders folders() {
        return folders;
    }

    /** What this process has done so far. */
    public RunJournal journal() {
        return journal;
    }

    /** What findings on pending scripts do to a run. */
    public LintMode lint() {
        return properties.lint();
    }

    /**
     * Does what {@code migrations.*} says is to be done at a start: applies what is pending, or looks for it.
     *
     * @return one report for each folder and database
     * @throws ApplicationNotMigratedException if that failed, and {@code migrations.fail-startup} is on
     */
    public List<MigrationReport> migrate() {
        journal.enter(Phase.RUNNING);
        try {
            var reports = properties.autoMigrate() ? bringUp() : lookForPending();
            journal.enter(Phase.DONE);
            return reports;
        } catch (ApplicationNotMigratedException e) {
            return fail(e);
        } catch (MigrationException e) {
            return fail(new ApplicationNotMigratedException(List.of(), e.problems(), e.exitCode(), e));
        } catch (RuntimeException e) {
            return fail(ApplicationNotMigratedException.unexpected(e));
        }
    }

    /**
     * Applies what is pending in one folder, whether it is enabled or not.
     *
     * @param patience how long to wait for another runner
     * @return one report for each of its databases that was begun
     * @throws ApplicationNotMigratedException if that failed
     */
    public List<MigrationReport> migrate(AssignedFolder folder, Duration patience) {
        if (!folder.problems().isEmpty()) {
            throw new ApplicationNotMigratedException(List.of(), folder.problems(), ExitCode.USAGE, null);
        }
        var work = new BringUp(journal, patience, properties.lint(), properties.backfill(), observations.get());
        var pass = new FolderPass(work, OnFailure.STOP);
        pass.explicitly(folder);
        if (folders.all().stream().allMatch(this::isUpToDate)) {
            journal.enter(Phase.DONE);
        }
        return pass.reportsOrThrow();
    }

    /** Whether this process has brought it up to date, or need not. */
    private boolean isUpToDate(AssignedFolder folder) {
        return !folder.isEnabled()
                || folder.databases().stream().allMatch(database -> journal.findLast(folder.name(), database.name())
                        .map(MigrationReport::success)
                        .orElse(false));
    }

    private List<MigrationReport> bringUp() {
        var work = new BringUp(
                journal, properties.lock().timeout(), properties.lint(), properties.backfill(), observations.get());
        var pass = new FolderPass(work, properties.onFailure()).over(folders.all());
        pass.summarize();
        return pass.reportsOrThrow();
    }

    private List<MigrationReport> lookForPending() {
        if (properties.onPending() == OnPending.IGNORE) {
            return List.of();
        }
        var pass = new FolderPass(new LookForPending(), OnFailure.CONTINUE).over(folders.all());
        if (properties.onPending() == OnPending.FAIL) {
            return pass.reportsOrThrow();
        }
        pass.problems().forEach(problem -> LOG.warn("Not up to date: {}", problem.render()));
        return pass.reports();
    }

    private List<MigrationReport> fail(ApplicationNotMigratedException failure) {
        journal.fail(failure.problems());
        if (properties.failStartup()) {
            throw failure;
        }
        LOG.error(
                "The application goes on, though its databases are not up to date:\n{}",
                failure.placed(),
                failure.isUnexpected() ? failure.getCause() : null);
        return failure.reports();
    }
}
