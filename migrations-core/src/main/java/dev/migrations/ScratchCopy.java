package dev.migrations;

import dev.migrations.backup.Backup;
import dev.migrations.database.ConnectionSource;
import dev.migrations.database.DatabaseContents;
import dev.migrations.database.HistoryTable;
import dev.migrations.database.HistoryTable.DownScripts;
import dev.migrations.database.MigrationLock;
import dev.migrations.database.ServerListener;
import dev.migrations.database.Session;
import dev.migrations.database.SqlDump;
import dev.migrations.database.StepRunner;
import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.MigrationSet;
import dev.migrations.plan.MigrationComparison;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationState;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.plan.VersionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings an empty scratch database to where another one is. */
final class ScratchCopy {

    /** A scratch database has no second runner; only one that was killed just now may still be there. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MigrationComparison comparison;
    private final ConnectionSource target;
    private final ConnectionSource scratch;
    private final FolderSettings settings;

    ScratchCopy(MigrationComparison comparison, ConnectionSource target, ConnectionSource scratch) {
        this.comparison = comparison;
        this.target = target;
        this.scratch = scratch;
        this.settings = comparison.settings();
    }

    /** Refuses what has no files before anything is made. */
    static void checkReplayable(MigrationComparison comparison) {
        var without = comparison.versions().stream()
                .filter(version -> version.state() != MigrationState.APPLIED)
                .filter(version -> version.applied() != null)
                .toList();
        if (!without.isEmpty()) {
            throw NoCopyException.withoutFiles(without);
        }
    }

    /** Runs the applied migrations. */
    void replay() {
        var applied = applied();
        try (var session = Session.open(scratch, settings.schemaTable());
                var lock = MigrationLock.acquire(scratch, session, PATIENCE, holder -> {})) {
            var steps = new StepRunner(session, HistoryTable.of(session), lock, ServerListener.NONE);
            var history = steps.prepare(DownScripts.LEFT_OUT, applied);
            var plan = MigrationPlan.of(applied, history, settings, MigrationTarget.up())
                    .orRefuse();
            new MigrationRunner(steps, settings, script -> {}, result -> {}).run(plan);
        } catch (MigrationRunner.Stopped e) {
            throw NoCopyException.notReplayed(e.reason(), missingExtensions());
        }
    }

    /** A repeatable that has changed is left out: nobody knows what it was. */
    private MigrationSet applied() {
        return MigrationSet.of(
                comparison.versions().stream()
                        .filter(version -> version.applied() != null)
                        .map(VersionState::migration)
                        .toList(),
                comparison.set().repeatables().stream()
                        .filter(repeatable -> !comparison.isPending(repeatable))
                        .toList());
    }

    private List<String> missingExtensions() {
        try (var theirs = DatabaseContents.open(target);
                var ours = DatabaseContents.open(scratch)) {
            var missing = new ArrayList<>(theirs.extensions());
            missing.removeAll(ours.extensions());
            return missing;
        }
    }

    /**
     * Loads a dump of the schema.
     *
     * @param dumps         of the target
     * @param historyTables whose rows come along, as SQL names them
     */
    void load(Backup dumps, List<String> historyTables) {
        dumps.readSchema(historyTables, dump -> SqlDump.load(scratch, dump));
    }
}
