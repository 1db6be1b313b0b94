package dev.migrations.spring;

import dev.migrations.Migrator;
import dev.migrations.QuickDriftReport;
import dev.migrations.QuickDriftReport.Result;
import dev.migrations.problem.MigrationException;
import dev.migrations.spring.database.ApplicationDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;

/**
 * Looks from time to time whether each database is still what its latest run has left, by the fingerprint that the run has kept.
 * What it finds is in the journal; a change is told in the log once, and stops nothing.
 */
final class DriftWatch implements ApplicationListener<ApplicationReadyEvent>, Ordered, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations");

    private final ApplicationMigrations migrations;
    private final Duration interval;
    private final ApplicationContext context;
    private volatile boolean running;
    private @Nullable Thread thread;

    DriftWatch(ApplicationMigrations migrations, Duration interval, ApplicationContext context) {
        this.migrations = migrations;
        this.interval = interval;
        this.context = context;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        // the events of a child context come up to its parent
        if (event.getApplicationContext() == context && running && thread == null) {
            thread = new Thread(this::watch, "migrations-drift");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void watch() {
        while (running) {
            look();
            try {
                Thread.sleep(interval.toMillis());
            } catch (InterruptedException e) {
                return; // the application stops
            }
        }
    }

    private void look() {
        try {
            for (var folder : migrations.folders().all()) {
                if (folder.isEnabled()) {
                    folder.databases().forEach(database -> look(folder, database));
                }
            }
        } catch (MigrationException e) {
            LOG.warn("Nobody looks for drift, as the migrations cannot be read: {}", e.getMessage());
        }
    }

    private void look(AssignedFolder folder, ApplicationDatabase database) {
        try {
            var report = Migrator.of(folder.folder(), database.source())
                    .database(database.name())
                    .build()
                    .quickDrift();
            if (report.result() == Result.RUNNING) {
                return;
            }
            var last = migrations.journal().findDrift(folder.name(), database.name());
            tell(report, last.map(DriftLook::report));
            migrations.journal().record(report, Instant.now());
        } catch (MigrationException e) {
            LOG.debug("{} on {}: its drift is not known: {}", folder.name(), database, e.getMessage());
        } catch (RuntimeException e) {
            // the others are looked at all the same
            LOG.error("{} on {}: nobody can look for its drift", folder.name(), database, e);
        }
    }

    /** The same is told once. */
    private static void tell(QuickDriftReport report, Optional<QuickDriftReport> last) {
        var told = last.filter(
                before -> before.result() == report.result() && before.changes().equals(report.changes()));
        if (told.isPresent()) {
            return;
        }
        if (report.result() == Result.CHANGED) {
            LOG.warn(
                    "{} on {}: something that no migration has done has changed since {}: {}; `migrations drift` shows what",
                    report.folder(),
                    report.database(),
                    report.since(),
                    report.changes().stream().map(change -> change.sentence()).toList());
        } else if (!report.result().isKnown()) {
            LOG.info(
                    "{} on {}: whether it has drifted is not known: {}; `migrations drift --remember` keeps a fingerprint",
                    report.folder(),
                    report.database(),
                    report.result().words());
        } else if (last.isPresent()) {
            LOG.info("{} on {}: it is again what the latest run has left", report.folder(), report.database());
        }
    }

    /** Behind those who want to use the databases at once. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
