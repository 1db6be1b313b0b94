package dev.migrations;

import dev.migrations.backup.Backup;
import dev.migrations.database.ConnectionSource;
import dev.migrations.database.DatabaseContents;
import dev.migrations.database.MigrationLock;
import dev.migrations.database.Session;
import dev.migrations.database.SqlDump;
import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationSet;
import dev.migrations.plan.MigrationComparison;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationState;
import dev.migrations.plan.VersionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A scratch database on its way to where another one is, and further. */
final class ScratchCopy {

    /** A scratch database has no second runner; only one that was killed just now may still be there. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MigrationFolder folder;
    private final MigrationComparison comparison;
    private final ConnectionSource target;
    private final ConnectionSource scratch;
    private final FolderSettings settings;

    /**
     * Knows both ends.
     *
     * @param comparison of the files with the target's history, whose settings name the schema of the history table
     */
    ScratchCopy(
            MigrationFolder folder, MigrationComparison comparison, ConnectionSource target, ConnectionSource scratch) {
        this.folder = folder;
        this.comparison = comparison;
        this.target = target;
        this.scratch = scratch;
        this.settings = ScratchRun.unhurried(comparison.settings());
    }

    /** Refuses what has no files before anything is made. */
    static void checkReplayable(MigrationComparison comparison, NoCopyException.Advice advice) {
        var without = comparison.versions().stream()
                .filter(version -> version.state() != MigrationState.APPLIED)
                .filter(version -> version.applied() != null)
                .toList();
        if (!without.isEmpty()) {
            throw NoCopyException.withoutFiles(without, advice);
        }
    }

    /** The scratch database's connections. */
    ConnectionSource source() {
        return scratch;
    }

    /**
     * Runs the applied migrations.
     *
     * @param advice what to do if they do not run
     */
    void replay(NoCopyException.Advice advice) {
        onScratch((session, lock) -> {
            try {
                return bringUp(session, lock, applied());
            } catch (MigrationRunner.Stopped e) {
                throw NoCopyException.notReplayed(e.reason(), missingExtensions(), advice);
            }
        });
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

    <T> T onScratch(BiFunction<Session, MigrationLock, T> work) {
        try (var session = Session.open(scratch, settings.schemaTable());
                var lock = MigrationLock.acquire(scratch, session, PATIENCE, holder -> {})) {
            return work.apply(session, lock);
        }
    }

    /** Applies all of a set that is pending on the scratch database; backfills that something waits for run in between. */
    MigrationPlan bringUp(Session session, MigrationLock lock, MigrationSet set) throws MigrationRunner.Stopped {
        try (var run = new ScratchRun(folder.withSettings(written -> settings), scratch, session, lock)) {
            return run.bringUp(set);
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
}
