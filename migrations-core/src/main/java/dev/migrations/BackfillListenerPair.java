package dev.migrations;

import dev.migrations.history.Backfill;

/** Tells two listeners everything, one after the other. */
record BackfillListenerPair(BackfillListener first, BackfillListener second) implements BackfillListener {

    @Override
    public void started(String folder, String database, Backfill backfill) {
        first.started(folder, database, backfill);
        second.started(folder, database, backfill);
    }

    @Override
    public void progressed(String folder, String database, Backfill backfill) {
        first.progressed(folder, database, backfill);
        second.progressed(folder, database, backfill);
    }

    @Override
    public void waiting(String folder, String database, Backfill backfill, String reason) {
        first.waiting(folder, database, backfill, reason);
        second.waiting(folder, database, backfill, reason);
    }

    @Override
    public void finished(String folder, String database, Backfill backfill) {
        first.finished(folder, database, backfill);
        second.finished(folder, database, backfill);
    }
}
