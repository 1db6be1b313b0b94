package dev.migrations.spring;

import dev.migrations.BackfillFailedException;
import dev.migrations.BackfillListener;
import dev.migrations.BackfillReport;
import dev.migrations.Backfills;
import dev.migrations.Cancellation;
import dev.migrations.Migrator;
import dev.migrations.backfill.Throttle;
import dev.migrations.history.Backfill;
import dev.migrations.problem.MigrationException;
import dev.migrations.spring.database.ApplicationDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the backfills of one folder on one database for as long as one may become open: one that has failed may be tried again
 * by somebody, and a database that does not answer may come back.
 */
final class BackfillLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations");
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final AssignedFolder folder;
    private final ApplicationDatabase database;
    private final Throttle throttle;
    private final List<BackfillListener> listeners;
    private final Cancellation cancellation;
    private @Nullable String lastFailure;

    BackfillLoop(
            AssignedFolder folder,
            ApplicationDatabase database,
            Throttle throttle,
            List<BackfillListener> listeners,
            Cancellation cancellation) {
        this.folder = folder;
        this.database = database;
        this.throttle = throttle;
        this.listeners = listeners;
        this.cancellation = cancellation;
    }

    @Override
    public void run() {
        while (!cancellation.isRequested() && mayGoOn()) {
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                return; // the application stops
            }
        }
    }

    private boolean mayGoOn() {
        try {
            var migrator = Migrator.of(folder.folder(), database.source())
                    .database(database.name())
                    .cancellation(cancellation)
                    .build();
            var report = backfills(migrator).run();
            tellWhatMayGoOn(report);
            return false;
        } catch (BackfillFailedException e) {
            fail(e);
            return isOpen(e.report());
        } catch (MigrationException e) {
            fail(e);
            return true;
        } catch (RuntimeException e) {
            LOG.error("{} on {}: backfills cannot be run", folder.name(), database, e);
            return true;
        }
    }

    private Backfills backfills(Migrator migrator) {
        BackfillListener all = new BackfillLog();
        for (var listener : listeners) {
            all = all.and(listener);
        }
        return Backfills.of(migrator).throttle(throttle).listener(all);
    }

    private static boolean isOpen(BackfillReport report) {
        return report.backfills().stream().anyMatch(backfill -> switch (backfill.state()) {
            case OPEN, PAUSED, FAILED -> true;
            case COMPLETED, CANCELLED -> false;
        });
    }

    /** No migration runs beside the application without being asked for. */
    private void tellWhatMayGoOn(BackfillReport report) {
        if (report.backfills().stream().anyMatch(Backfill::isComplete)) {
            var pending = Migrator.of(folder.folder(), database.source())
                    .build()
                    .status()
                    .pendingCount();
            if (pending > 0) {
                LOG.info(
                        "{} on {}: its backfills are done, and {} pending: the next start or `migrations up` goes on",
                        folder.name(),
                        database,
                        pending == 1 ? "1 migration is" : pending + " migrations are");
            }
        }
    }

    /** The same failure is told once. */
    private void fail(MigrationException failure) {
        if (!cancellation.isRequested() && !Objects.equals(failure.getMessage(), lastFailure)) {
            lastFailure = failure.getMessage();
            LOG.warn("{} on {}: backfills are not done: {}", folder.name(), database, failure.getMessage());
        }
    }
}
