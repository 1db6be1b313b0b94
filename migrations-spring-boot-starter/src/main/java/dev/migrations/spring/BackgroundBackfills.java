package dev.migrations.spring;

import dev.migrations.BackfillListener;
import dev.migrations.Cancellation;
import dev.migrations.problem.MigrationException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;

/**
 * Runs backfills beside the application once it is ready: a daemon thread and a connection for each database that has one to
 * run. When the application stops, a batch that is under way is cancelled, and the next start, here or elsewhere, goes on.
 */
final class BackgroundBackfills implements ApplicationListener<ApplicationReadyEvent>, Ordered, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations");
    private static final long MOST_MILLIS_TO_STOP = 5_000;

    private final ApplicationMigrations migrations;
    private final MigrationsProperties.Backfill settings;
    private final List<BackfillListener> listeners;
    private final ApplicationContext context;
    private final Cancellation cancellation = new Cancellation();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    BackgroundBackfills(
            ApplicationMigrations migrations,
            MigrationsProperties.Backfill settings,
            List<BackfillListener> listeners,
            ApplicationContext context) {
        this.migrations = migrations;
        this.settings = settings;
        this.listeners = listeners;
        this.context = context;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        // the events of a child context come up to its parent
        if (event.getApplicationContext() == context && running) {
            try {
                migrations.folders().all().stream()
                        .filter(AssignedFolder::isEnabled)
                        .forEach(this::begin);
            } catch (MigrationException e) {
                LOG.warn("No backfill is run, as the migrations cannot be read: {}", e.getMessage());
            }
        }
    }

    private void begin(AssignedFolder folder) {
        var hasBackfill = folder.folder().read().migrations().stream()
                .anyMatch(migration -> migration.backfill().isPresent());
        if (hasBackfill) {
            for (var database : folder.databases()) {
                var loop = new BackfillLoop(folder, database, settings.throttle(), listeners, cancellation);
                var thread = new Thread(loop, "migrations-backfill " + folder.name() + " on " + database.name());
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
            }
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
        cancellation.request();
        threads.forEach(Thread::interrupt);
        var end = System.nanoTime() + MOST_MILLIS_TO_STOP * 1_000_000;
        for (var thread : threads) {
            join(thread, end);
        }
    }

    /** A cancel that comes between two statements finds nothing to cancel, so it is asked for again. */
    private void join(Thread thread, long end) {
        try {
            while (thread.isAlive() && System.nanoTime() < end) {
                cancellation.request();
                thread.join(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
