package dev.migrations;

import dev.migrations.catalog.CatalogDigest;
import dev.migrations.database.BlockerWatch;
import dev.migrations.database.ConnectionSource;
import dev.migrations.database.HistoryTable;
import dev.migrations.database.HistoryTable.DownScripts;
import dev.migrations.database.LockHolder;
import dev.migrations.database.LockRetries;
import dev.migrations.database.MigrationLock;
import dev.migrations.database.ServerListener;
import dev.migrations.database.Session;
import dev.migrations.database.StepRunner;
import dev.migrations.history.MigrationHistory;
import dev.migrations.lint.LintReport;
import dev.migrations.migration.CancelBlockers;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.plan.HeldBack;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One command at work: takes the lock, plans again with what it finds under it, runs that, and reports. */
final class LockedRun {

    private final MigrationFolder folder;
    private final String database;
    private final ConnectionSource source;
    private final RunSettings settings;
    private final long start = System.nanoTime();

    LockedRun(MigrationFolder folder, String database, ConnectionSource source, RunSettings settings) {
        this.folder = folder;
        this.database = database;
        this.source = source;
        this.settings = settings;
    }

    /** The report of a plan without steps. */
    MigrationReport nothing(MigrationPlan plan) {
        if (!plan.isEmpty()) {
            throw new IllegalStateException("steps are left: " + plan);
        }
        return report(List.of(), plan.heldBack());
    }

    /**
     * All that leads to a target, or as far as it goes.
     *
     * @param target is asked for under the lock
     */
    MigrationReport run(OpenFolder open, Supplier<MigrationTarget> target) {
        var session = open.session();
        var results = new ArrayList<MigrationResult>();
        settings.cancellation().watch(session);
        try (var lock = MigrationLock.acquire(source, session, settings.lockPatience(), this::waiting);
                var watch = watch(session)) {
            var steps = steps(session, lock, watch);
            var plan = plan(open, steps.prepare(open.downs(), open.set()), target.get());
            PendingLint.of(open.set(), plan).admit(settings.lint(), session, folder.settings(), this::linted);
            while (!plan.steps().isEmpty()) {
                results.addAll(runner(steps).run(plan));
                plan = goOn(plan, open, steps);
            }
            if (!results.isEmpty()) {
                keepFingerprint(session, steps);
            }
            return report(results, plan.heldBack());
        } catch (MigrationRunner.Stopped e) {
            results.addAll(e.results());
            throw failed(e, results);
        } finally {
            settings.cancellation().forget(session);
        }
    }

    private void keepFingerprint(Session session, StepRunner steps) {
        var drift = folder.settings().drift();
        if (settings.fingerprint() && drift.fingerprint()) {
            steps.keepFingerprint(CatalogDigest.of(session.serverVersion()), drift.ignored());
        }
    }

    private StepRunner steps(Session session, MigrationLock lock, BlockerWatch watch) {
        var retries = new LockRetries(lock, watch, settings.cancellation()::sleep, relay());
        return new StepRunner(session, HistoryTable.of(session), lock, retries, relay());
    }

    private MigrationRunner runner(StepRunner steps) {
        return new MigrationRunner(steps, folder.settings(), this::started, this::finished);
    }

    /** What was held back may go on at once: the backfill of an empty table is complete when it is applied. */
    private MigrationPlan goOn(MigrationPlan done, OpenFolder open, StepRunner steps) {
        var heldBack = done.heldBack();
        return heldBack == null
                ? new MigrationPlan(List.of(), List.of())
                : plan(open, steps.reload(DownScripts.LEFT_OUT), MigrationTarget.upTo(heldBack.last()));
    }

    private MigrationPlan plan(OpenFolder open, MigrationHistory history, MigrationTarget target) {
        return MigrationPlan.of(open.set(), history, folder.settings(), target).orRefuse();
    }

    private MigrationFailedException failed(MigrationRunner.Stopped stopped, List<MigrationResult> results) {
        var reason = settings.cancellation().isRequested() ? CancelledException.of(stopped.reason()) : stopped.reason();
        var report = new MigrationReport(folder.name(), database, results, reason.problems(), duration());
        return new MigrationFailedException(report, reason);
    }

    private MigrationReport report(List<MigrationResult> results, @Nullable HeldBack heldBack) {
        return new MigrationReport(folder.name(), database, results, List.of(), duration(), heldBack);
    }

    private Duration duration() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private BlockerWatch watch(Session session) {
        var chosen = folder.settings().locks().cancelBlockers();
        return BlockerWatch.over(session, source, chosen != null ? chosen : CancelBlockers.NONE, relay());
    }

    private ServerListener relay() {
        return new FolderListener(folder.name(), database, settings.listener());
    }

    private void waiting(LockHolder holder) {
        settings.cancellation().check();
        settings.listener().waiting(folder.name(), database, holder);
    }

    private void linted(LintReport report) {
        settings.listener().linted(folder.name(), database, report);
    }

    private void started(String script) {
        settings.cancellation().check();
        settings.listener().started(folder.name(), database, script);
    }

    private void finished(MigrationResult result) {
        settings.listener().finished(folder.name(), database, result);
    }
}
