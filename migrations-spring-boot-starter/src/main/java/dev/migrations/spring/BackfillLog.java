package dev.migrations.spring;

import dev.migrations.BackfillListener;
import dev.migrations.history.Backfill;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tells the log of a backfill while it runs: when it starts, why it waits, about once a minute how far it is, and its end. */
final class BackfillLog implements BackfillListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations");
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private @Nullable String waiting;
    private long lastLine = System.nanoTime();

    @Override
    public void started(String folder, String database, Backfill backfill) {
        waiting = null;
        lastLine = System.nanoTime();
        LOG.info(
                "{} on {}: backfill {} goes through {} by {}",
                folder,
                database,
                backfill.version(),
                backfill.table(),
                String.join(", ", backfill.key()));
    }

    @Override
    public void progressed(String folder, String database, Backfill backfill) {
        if (waiting != null) {
            waiting = null;
            LOG.info("{} on {}: backfill {} goes on", folder, database, backfill.version());
        }
        if (System.nanoTime() - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = System.nanoTime();
            LOG.info(
                    "{} on {}: backfill {}: {} %, {} of about {} rows, {} rows/s, {} left, batches of {}",
                    folder,
                    database,
                    backfill.version(),
                    backfill.percent(),
                    backfill.rowsPassed(),
                    backfill.estimatedRows(),
                    Math.round(backfill.rowsPerSecond()),
                    backfill.timeLeft(),
                    backfill.batchSize());
        }
    }

    @Override
    public void waiting(String folder, String database, Backfill backfill, String reason) {
        if (!Objects.equals(reason, waiting)) {
            waiting = reason;
            LOG.info("{} on {}: backfill {} waits: {}", folder, database, backfill.version(), reason);
        }
    }

    @Override
    public void finished(String folder, String database, Backfill backfill) {
        LOG.atLevel(backfill.state() == Backfill.State.FAILED ? Level.ERROR : Level.INFO)
                .log(
                        "{} on {}: backfill {} is {}: {} rows, {} changed, {} not done",
                        folder,
                        database,
                        backfill.version(),
                        backfill.state().name().toLowerCase(Locale.ROOT),
                        backfill.rowsPassed(),
                        backfill.rowsChanged(),
                        backfill.failures().size());
    }
}
