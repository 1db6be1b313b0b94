package dev.migrations.history;

import dev.migrations.migration.MigrationVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the history table.
 *
 * @param version          its number
 * @param description      from the file's name
 * @param script           the file's name when it was applied
 * @param checksum         of the file when it was applied
 * @param state            how far it is
 * @param appliedAt        when it was applied, or begun if it is not done
 * @param appliedBy        the database role that applied it
 * @param duration         how long it ran, by the server's clock; zero if nothing ran
 * @param segmentChecksums of the segments that are done, in order; empty where the whole script was one transaction
 * @param down             whether and how it can be undone without its file
 * @param toolVersion      the version of this library that wrote the row
 */
public record AppliedMigration(
        MigrationVersion version,
        String description,
        String script,
        String checksum,
        State state,
        Instant appliedAt,
        String appliedBy,
        Duration duration,
        List<String> segmentChecksums,
        StoredDown down,
        String toolVersion) {

    public AppliedMigration {
        segmentChecksums = List.copyOf(segmentChecksums);
    }

    /** How far a version is, as the row says; whether an unfinished one still runs, the lock tells. */
    public enum State {
        /** Done. */
        APPLIED,
        /** Begun and not done: some segments are committed, and the next one may have been cut off. */
        UNFINISHED,
        /** Begun and not done: some segments are committed, and the server has refused the next one. */
        REFUSED,
        /** Its rollback is begun and not done: some segments of the down script are committed. */
        ROLLING_BACK,
        /** Declared to be there already; nothing ran. */
        BASELINE
    }

    /**
     * The down script kept with the row.
     *
     * @param kept whether the row has one
     * @param text its text; null if the row has none, or if it was not asked for
     */
    public record StoredDown(boolean kept, @Nullable String text) {

        /** No down script. */
        public static final StoredDown NONE = new StoredDown(false, null);
    }

    /** How many segments are committed. */
    public int segmentsDone() {
        return segmentChecksums.size();
    }

    /** Whether it was begun, in either direction, and not finished. */
    public boolean isInterrupted() {
        return state == State.UNFINISHED || state == State.REFUSED || state == State.ROLLING_BACK;
    }
}
