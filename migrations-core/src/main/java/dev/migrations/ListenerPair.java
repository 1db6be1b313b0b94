package dev.migrations;

import dev.migrations.database.BlockerEnding;
import dev.migrations.database.LockHolder;
import dev.migrations.database.LockRetry;
import dev.migrations.database.LockWait;
import dev.migrations.database.ServerNotice;
import dev.migrations.database.StatementProgress;
import dev.migrations.lint.LintReport;

/** Two who watch the same run. */
record ListenerPair(MigrationListener first, MigrationListener second) implements MigrationListener {

    @Override
    public void waiting(String folder, String database, LockHolder holder) {
        first.waiting(folder, database, holder);
        second.waiting(folder, database, holder);
    }

    @Override
    public void linted(String folder, String database, LintReport report) {
        first.linted(folder, database, report);
        second.linted(folder, database, report);
    }

    @Override
    public void started(String folder, String database, String script) {
        first.started(folder, database, script);
        second.started(folder, database, script);
    }

    @Override
    public void progressed(String folder, String database, StatementProgress progress) {
        first.progressed(folder, database, progress);
        second.progressed(folder, database, progress);
    }

    @Override
    public void noticed(String folder, String database, ServerNotice notice) {
        first.noticed(folder, database, notice);
        second.noticed(folder, database, notice);
    }

    @Override
    public void blocked(String folder, String database, LockWait wait) {
        first.blocked(folder, database, wait);
        second.blocked(folder, database, wait);
    }

    @Override
    public void unblocked(String folder, String database) {
        first.unblocked(folder, database);
        second.unblocked(folder, database);
    }

    @Override
    public void retrying(String folder, String database, LockRetry retry) {
        first.retrying(folder, database, retry);
        second.retrying(folder, database, retry);
    }

    @Override
    public void ended(String folder, String database, BlockerEnding ending) {
        first.ended(folder, database, ending);
        second.ended(folder, database, ending);
    }

    @Override
    public void finished(String folder, String database, MigrationResult result) {
        first.finished(folder, database, result);
        second.finished(folder, database, result);
    }
}
