package dev.migrations.spring.actuate;

import dev.migrations.BackfillListener;
import dev.migrations.history.Backfill;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * Gauges of the backfills that this process runs, or stands by for: {@code migrations.backfill.*}, each with the folder, the
 * database and the version. No scrape asks a database.
 */
final class BackfillMeters implements BackfillListener {

    private final MeterRegistry registry;
    private final Map<Target, Backfill> latest = new ConcurrentHashMap<>();

    BackfillMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Target(String folder, String database, String version) {}

    @Override
    public void started(String folder, String database, Backfill backfill) {
        keep(folder, database, backfill);
    }

    @Override
    public void progressed(String folder, String database, Backfill backfill) {
        keep(folder, database, backfill);
    }

    @Override
    public void waiting(String folder, String database, Backfill backfill, String reason) {
        keep(folder, database, backfill);
    }

    @Override
    public void finished(String folder, String database, Backfill backfill) {
        keep(folder, database, backfill);
    }

    private void keep(String folder, String database, Backfill backfill) {
        var target = new Target(folder, database, backfill.version().toString());
        if (latest.put(target, backfill) == null) {
            register(target);
        }
    }

    private void register(Target target) {
        gauge(target, "rows.passed", "Rows that it has gone through", Backfill::rowsPassed);
        gauge(target, "rows.estimated", "Rows that it will go through, by estimate", Backfill::estimatedRows);
        gauge(target, "rows.failed", "Rows that could not be done", row -> row.failures()
                .size());
        gauge(target, "batch.size", "Rows of a batch", Backfill::batchSize);
        for (var state : Backfill.State.values()) {
            Gauge.builder("migrations.backfill.state", () -> latest(target).state() == state ? 1 : 0)
                    .description("1 for the state that it is in")
                    .tags("folder", target.folder(), "database", target.database(), "version", target.version())
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        gauge(target, "waiting", "1 while its runner waits for something", row -> row.waits() == null ? 0 : 1);
    }

    private void gauge(Target target, String name, String description, ToDoubleFunction<Backfill> value) {
        Gauge.builder("migrations.backfill." + name, () -> value.applyAsDouble(latest(target)))
                .description(description)
                .tags("folder", target.folder(), "database", target.database(), "version", target.version())
                .register(registry);
    }

    private Backfill latest(Target target) {
        var found = latest.get(target);
        if (found == null) {
            throw new IllegalStateException("no backfill " + target);
        }
        return found;
    }
}
