package dev.migrations;

import dev.migrations.database.BlockingSession;
import dev.migrations.database.LockHolder;
import dev.migrations.history.Backfill;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.HeldBack;
import dev.migrations.plan.MigrationState;
import dev.migrations.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One folder on one database, at one moment.
 *
 * @param folder         the folder's name
 * @param database       the database's name, as the caller knows it
 * @param schemaTable    the history table, as the folder names it
 * @param currentVersion the highest version that is completely applied; null if none is
 * @param migrations     every version that has a file or a row, in order
 * @param repeatables    every repeatable that has a file, by description
 * @param lock           who is at work; null if nobody is
 * @param blockers       who keeps it from a lock, the oldest transaction first
 * @param problems       what is against bringing it up to date
 * @param backfills      how far each backfill is, by version; those that are not applied are left out
 * @param heldBack       what stays behind until a backfill is complete; null if nothing does
 */
public record MigrationStatus(
        String folder,
        String database,
        String schemaTable,
        @Nullable MigrationVersion currentVersion,
        List<Version> migrations,
        List<Repeatable> repeatables,
        @Nullable LockHolder lock,
        List<BlockingSession> blockers,
        List<Problem> problems,
        List<Backfill> backfills,
        @Nullable HeldBack heldBack) {

    public MigrationStatus {
        migrations = List.copyOf(migrations);
        repeatables = List.copyOf(repeatables);
        blockers = List.copyOf(blockers);
        problems = List.copyOf(problems);
        backfills = List.copyOf(backfills);
    }

    /** What a version that is not applied waits for; empty if only for somebody to run it. */
    public List<MigrationVersion> waitsFor(Version version) {
        return heldBack != null
                        && version.state() == MigrationState.PENDING
                        && version.version().compareTo(heldBack.version()) >= 0
                ? heldBack.backfills()
                : List.of();
    }

    /**
     * One version.
     *
     * @param version     the number
     * @param description from the file's name
     * @param state       what it is
     * @param script      the up script's name
     * @param reversible  whether there is a down script, as a file or kept with the row
     * @param checksum    of what was applied; of the file if nothing was
     * @param appliedAt   null if it was not
     * @param appliedBy   null if it was not
     * @param duration    null if it was not
     */
    public record Version(
            MigrationVersion version,
            String description,
            MigrationState state,
            String script,
            boolean reversible,
            String checksum,
            @Nullable Instant appliedAt,
            @Nullable String appliedBy,
            @Nullable Duration duration) {}

    /**
     * One repeatable.
     *
     * @param description from the file's name
     * @param state       {@code APPLIED} if its latest run is the file as it is now; else {@code PENDING}
     * @param script      the file's name
     * @param checksum    of the file
     * @param appliedAt   of its latest run; null if there was none
     * @param appliedBy   of its latest run; null if there was none
     * @param duration    of its latest run; null if there was none
     */
    public record Repeatable(
            String description,
            MigrationState state,
            String script,
            String checksum,
            @Nullable Instant appliedAt,
            @Nullable String appliedBy,
            @Nullable Duration duration) {}

    /** How many versions are applied, a baseline included. */
    public int appliedCount() {
        return (int) migrations.stream()
                .filter(version -> switch (version.state()) {
                    case APPLIED, CHANGED, MISSING, BASELINE -> true;
                    case PENDING, OUT_OF_ORDER, INTERRUPTED, RUNNING -> false;
                })
                .count();
    }

    /** How many versions and repeatables the next run would execute. */
    public int pendingCount() {
        var versions = migrations.stream()
                .filter(version -> switch (version.state()) {
                    case PENDING, OUT_OF_ORDER, INTERRUPTED, RUNNING -> true;
                    case APPLIED, CHANGED, MISSING, BASELINE -> false;
                })
                .count();
        return (int) versions
                + (int) repeatables.stream()
                        .filter(repeatable -> repeatable.state() == MigrationState.PENDING)
                        .count();
    }
}
