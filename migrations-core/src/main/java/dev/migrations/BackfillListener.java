package dev.migrations;

import dev.migrations.history.Backfill;

/** Watches backfills; it cannot change the outcome. All methods are called on the thread that runs them. */
public interface BackfillListener {

    /** Nobody watches. */
    BackfillListener NONE = new BackfillListener() {};

    /** A backfill is about to be run, by this runner or beside another one. */
    default void started(String folder, String database, Backfill backfill) {}

    /** A batch is done, by this runner or by the one that is at work. */
    default void progressed(String folder, String database, Backfill backfill) {}

    /** Nothing is done just now; told about once a second. */
    default void waiting(String folder, String database, Backfill backfill, String reason) {}

    /** A backfill has come to its end, whichever. */
    default void finished(String folder, String database, Backfill backfill) {}

    /** Both hear everything, this one first. */
    default BackfillListener and(BackfillListener other) {
        return new BackfillListenerPair(this, other);
    }
}
