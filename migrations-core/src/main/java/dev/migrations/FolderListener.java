package dev.migrations;

import dev.migrations.database.BlockerEnding;
import dev.migrations.database.LockRetry;
import dev.migrations.database.LockWait;
import dev.migrations.database.ServerListener;
import dev.migrations.database.ServerNotice;
import dev.migrations.database.StatementProgress;

/** Tells a watcher of runs what one run hears from its server. */
record FolderListener(String folder, String database, MigrationListener listener) implements ServerListener {

    @Override
    public void noticed(ServerNotice notice) {
        listener.noticed(folder, database, notice);
    }

    @Override
    public void answered(StatementProgress progress) {
        listener.progressed(folder, database, progress);
    }

    @Override
    public void blocked(LockWait wait) {
        listener.blocked(folder, database, wait);
    }

    @Override
    public void unblocked() {
        listener.unblocked(folder, database);
    }

    @Override
    public void retrying(LockRetry retry) {
        listener.retrying(folder, database, retry);
    }

    @Override
    public void ended(BlockerEnding ending) {
        listener.ended(folder, database, ending);
    }
}
