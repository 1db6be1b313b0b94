package dev.migrations.backfill;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When backfills rest.
 *
 * @param window            the hours in which they may run; null for always
 * @param maxReplicationLag rest while a standby is further behind; zero for never
 * @param maxArchiveQueue   rest while more WAL files wait to be archived; zero for never
 * @param duringVacuum      whether a vacuum of the table is a reason
 */
public record Throttle(
        @Nullable RunWindow window, Duration maxReplicationLag, int maxArchiveQueue, DuringVacuum duringVacuum) {

    /** At any hour; at most ten seconds behind, and 40 files to archive; never beside a vacuum of the table. */
    public static final Throttle DEFAULT = new Throttle(null, Duration.ofSeconds(10), 40, DuringVacuum.REST);

    /** What to do while the table is vacuumed. */
    public enum DuringVacuum {
        /** Rest: what a batch leaves behind would be vacuumed by the next run only. */
        REST,
        /** Go on. */
        GO_ON
    }

    /** The same, in these hours only. */
    public Throttle during(@Nullable RunWindow hours) {
        return new Throttle(hours, maxReplicationLag, maxArchiveQueue, duringVacuum);
    }

    /** Why the next batch has to wait, for a person; empty if it need not. */
    public Optional<String> reason(ServerSigns signs, Instant now) {
        if (window != null && !window.isOpen(now)) {
            return Optional.of("outside the window " + window);
        }
        if (signs.waitingForTable()) {
            return Optional.of("a session waits for a lock on the table");
        }
        if (duringVacuum == DuringVacuum.REST && signs.vacuumOfTable()) {
            return Optional.of("the table is being vacuumed");
        }
        var lag = signs.replicationLag();
        if (lag != null && !maxReplicationLag.isZero() && lag.compareTo(maxReplicationLag) > 0) {
            return Optional.of("a standby is " + lag.toSeconds() + " s behind");
        }
        return archive(signs);
    }

    private Optional<String> archive(ServerSigns signs) {
        var queue = signs.archiveQueue();
        if (maxArchiveQueue == 0) {
            return Optional.empty();
        }
        if (queue != null) {
            return queue > maxArchiveQueue ? Optional.of(queue + " WAL files wait to be archived") : Optional.empty();
        }
        return signs.archiverFails() ? Optional.of("WAL files cannot be archived") : Optional.empty();
    }
}
