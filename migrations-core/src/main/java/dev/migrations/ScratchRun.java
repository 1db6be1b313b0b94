package dev.migrations;

import dev.migrations.database.BlockerWatch;
import dev.migrations.database.ConnectionSource;
import dev.migrations.database.HistoryTable;
import dev.migrations.database.HistoryTable.DownScripts;
import dev.migrations.database.LockRetries;
import dev.migrations.database.MigrationLock;
import dev.migrations.database.ServerListener;
import dev.migrations.database.Session;
import dev.migrations.database.StepRunner;
import dev.migrations.migration.CancelBlockers;
import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.LockSettings;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationSet;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationTarget;
import java.time.Duration;
import java.util.function.Consumer;

/** The engine at work on a scratch database, where nobody is in its way and nobody looks on. */
final class ScratchRun implements AutoCloseable {

    private final MigrationFolder folder;
    private final ConnectionSource scratch;
    private final BlockerWatch watch;
    private final StepRunner steps;

    /** A run in a session that holds the lock. */
    ScratchRun(MigrationFolder folder, ConnectionSource scratch, Session session, MigrationLock lock) {
        this.folder = folder;
        this.scratch = scratch;
        this.watch = BlockerWatch.over(session, scratch, CancelBlockers.NONE, ServerListener.NONE);
        var retries = new LockRetries(lock, watch, pause -> {}, ServerListener.NONE);
        this.steps = new StepRunner(session, HistoryTable.of(session), lock, retries, ServerListener.NONE);
    }

    /** Settings for a place where nobody queues up behind a lock, and an autovacuum need not be hurried. */
    static FolderSettings unhurried(FolderSettings settings) {
        return settings.withLocks(new LockSettings(Duration.ZERO, Duration.ZERO, CancelBlockers.NONE));
    }

    /** Applies all of a set that is pending; backfills that something waits for run in between. */
    MigrationPlan bringUp(MigrationSet set) throws MigrationRunner.Stopped {
        var plan = run(set, MigrationTarget.up());
        var waited = 0;
        while (plan.heldBack() != null && plan.heldBack().count() != waited) {
            waited = plan.heldBack().count();
            runBackfills();
            plan = run(set, MigrationTarget.up());
        }
        return plan;
    }

    /** Runs every backfill that is open. */
    void runBackfills() {
        Backfills.of(Migrator.of(folder, scratch).withoutFingerprint().build()).run();
    }

    /** Brings it to a target. */
    MigrationPlan run(MigrationSet set, MigrationTarget target) throws MigrationRunner.Stopped {
        var history = steps.prepare(DownScripts.LEFT_OUT, set);
        var plan = MigrationPlan.of(set, history, folder.settings(), target).orRefuse();
        run(plan);
        return plan;
    }

    /** Does what a plan says. */
    void run(MigrationPlan plan) throws MigrationRunner.Stopped {
        Consumer<Object> nobody = done -> {};
        new MigrationRunner(steps, folder.settings(), nobody::accept, nobody::accept).run(plan);
    }

    @Override
    public void close() {
        watch.close();
    }
}
