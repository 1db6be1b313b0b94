package dev.migrations.spring;

import dev.migrations.backfill.RunWindow;
import dev.migrations.backfill.Throttle;
import dev.migrations.backfill.Throttle.DuringVacuum;
import dev.migrations.lint.LintMode;
import dev.migrations.migration.CancelBlockers;
import dev.migrations.migration.LockSettings;
import dev.migrations.spring.database.ConnectionSettings;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application says of its migrations: {@code migrations.*}.
 *
 * @param enabled     Whether migrations have a part in this application at all.
 * @param location    Folder of the migrations: classpath:name, or file:/path.
 * @param autoMigrate Whether to apply what is pending when the application starts.
 * @param onPending   What a start does about pending migrations when auto-migrate is off.
 * @param onFailure   What becomes of the other folders when one fails.
 * @param failStartup Whether a failure ends the application; otherwise it is logged, and health is down.
 * @param runAt       When to run: once the application is ready, or before JPA and the web server start.
 * @param databases   Connection settings (url, username, password) by database name, for databases without a DataSource bean,
 *                    or to migrate with another role than the application's.
 * @param lint        What findings of the lint rules on pending scripts do to a run: nobody looks (off), they are logged
 *                    (warn), or an error among them refuses the run (fail).
 * @param lock        Waits for locks: of other runners, and of other sessions on tables.
 * @param backfill    Migrations that go through a table in batches.
 * @param drift       Whether somebody has changed a schema by hand.
 */
@ConfigurationProperties("migrations")
public record MigrationsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("classpath:migrations") String location,
        @DefaultValue("true") boolean autoMigrate,
        @DefaultValue("warn") OnPending onPending,
        @DefaultValue("stop") OnFailure onFailure,
        @DefaultValue("true") boolean failStartup,
        @DefaultValue("application-ready") RunAt runAt,
        @DefaultValue Map<String, ConnectionSettings> databases,
        @DefaultValue("warn") LintMode lint,
        @DefaultValue Lock lock,
        @DefaultValue Backfill backfill,
        @DefaultValue Drift drift) {

    public MigrationsProperties {
        databases = Map.copyOf(databases);
        if (location.isBlank()) {
            throw new IllegalArgumentException(
                    "migrations.location is empty: name a folder, such as classpath:migrations");
        }
        databases.forEach(MigrationsProperties::check);
    }

    /** The message never repeats the URL, which may hold a password. */
    private static void check(String name, ConnectionSettings settings) {
        var property = "migrations.databases." + name + ".url";
        if (settings.url().isBlank()) {
            throw new IllegalArgumentException(property + " is missing (in environment variables, the name loses its"
                    + " dashes and underscores: db_core is MIGRATIONS_DATABASES_DBCORE_URL)");
        }
        if (!settings.url().startsWith("jdbc:")) {
            throw new IllegalArgumentException(
                    property + " is no JDBC URL: it starts with jdbc:, such as jdbc:postgresql://localhost:5432/shop");
        }
    }

    /** What a start does about pending migrations when it does not apply them. */
    public enum OnPending {
        /** Does not even look. */
        IGNORE,
        /** Says so in the log. */
        WARN,
        /** Ends the application, with exit code 3. */
        FAIL
    }

    /** What becomes of the other folders when one fails. */
    public enum OnFailure {
        /** They do not run. */
        STOP,
        /** They run, and the start fails after that. */
        CONTINUE
    }

    /** When migrations run. */
    public enum RunAt {
        /** When the application is ready, before it is announced as such to those who route traffic. */
        APPLICATION_READY,
        /** While the context starts, before JPA and the web server. */
        STARTUP
    }

    /**
     * Waits for locks: of other runners, and of other sessions on tables.
     *
     * @param timeout        How long to wait for another runner before the start fails.
     * @param retryBudget    How long a migration that gets no lock on a table is tried again, where its migration.yaml does not
     *                       say it; 5m unless told otherwise, 0s for one try.
     * @param cancelBlockers Which sessions are ended for being in the way of a migration, where its migration.yaml does not say
     *                       it; none unless told otherwise.
     */
    public record Lock(
            @DefaultValue("10m") Duration timeout,
            @Nullable Duration retryBudget,
            @Nullable CancelBlockers cancelBlockers) {

        public Lock {
            if (timeout.isNegative()) {
                throw new IllegalArgumentException("migrations.lock.timeout is negative: " + timeout
                        + "; 0s means not to wait for another runner at all");
            }
            if (retryBudget != null && retryBudget.isNegative()) {
                throw new IllegalArgumentException("migrations.lock.retry-budget is negative: " + retryBudget
                        + "; 0s means one try for each lock");
            }
        }

        /** What holds for a folder that says nothing else. */
        LockSettings settings() {
            return new LockSettings(null, retryBudget, cancelBlockers);
        }
    }

    /** Who runs backfills. */
    public enum RunBackfills {
        /** A thread beside the application, once it is ready. */
        BACKGROUND,
        /** Whatever applies migrations, before it goes on: the start waits for them. */
        WITH_UP,
        /** Nobody but {@code migrations backfill run}. */
        MANUAL
    }

    /**
     * Migrations that go through a table in batches.
     *
     * @param run               Who runs them: a background thread, the run at the start, or only an explicit command.
     * @param window            Hours in which they may work, such as 22:00-06:00 Europe/Berlin; at any hour unless given.
     * @param maxReplicationLag How far a standby may be behind before they wait; 0s for no matter how far.
     * @param maxArchiveQueue   How many WAL files may wait to be archived before they wait; 0 for no matter how many.
     * @param duringVacuum      Whether they wait while their table is vacuumed.
     */
    public record Backfill(
            @DefaultValue("background") RunBackfills run,
            @Nullable String window,
            @DefaultValue("10s") Duration maxReplicationLag,
            @DefaultValue("40") int maxArchiveQueue,
            @DefaultValue("rest") DuringVacuum duringVacuum) {

        public Backfill {
            if (window != null) {
                checkWindow(window);
            }
            if (maxReplicationLag.isNegative() || maxArchiveQueue < 0) {
                throw new IllegalArgumentException(
                        "migrations.backfill.max-replication-lag and max-archive-queue are not"
                                + " negative; 0 lifts the limit");
            }
        }

        private static void checkWindow(String window) {
            try {
                RunWindow.parse(window);
            } catch (IllegalArgumentException e) {
                // a failure analysis shows the innermost message only
                throw new IllegalArgumentException("migrations.backfill.window: " + e.getMessage());
            }
        }

        /** When they rest. */
        Throttle throttle() {
            var hours = window == null ? null : RunWindow.parse(window);
            return new Throttle(hours, maxReplicationLag, maxArchiveQueue, duringVacuum);
        }
    }

    /**
     * Whether somebody has changed a schema by hand.
     *
     * @param checkEvery How often to look, by the fingerprint that the latest run has kept (fingerprint in migration.yaml);
     *                   nobody looks unless given.
     */
    public record Drift(@Nullable Duration checkEvery) {

        private static final Duration SHORTEST = Duration.ofSeconds(1);

        public Drift {
            if (checkEvery != null && checkEvery.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(
                        "migrations.drift.check-every is below 1s: " + checkEvery + "; leave it out, and nobody looks");
            }
        }
    }
}
