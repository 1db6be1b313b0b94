package dev.migrations.backfill;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the server shows of its load, as far as the role may see it.
 *
 * @param replicationLag   of the standby that is furthest behind; null if there is none, or if it is not visible
 * @param archiveQueue     how many WAL files wait to be archived; null if that is not visible
 * @param archiverFails    whether the latest try to archive a WAL file failed
 * @param waitingForTable  whether a session waits for a lock on the table
 * @param vacuumOfTable    whether a vacuum of the table, or of a partition, is under way
 */
public record ServerSigns(
        @Nullable Duration replicationLag,
        @Nullable Integer archiveQueue,
        boolean archiverFails,
        boolean waitingForTable,
        boolean vacuumOfTable) {

    /** Nothing in the way. */
    public static final ServerSigns CALM = new ServerSigns(null, null, false, false, false);
}
