package dev.migrations;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.HistoryTable;
import dev.migrations.database.HistoryTable.DownScripts;
import dev.migrations.database.Session;
import dev.migrations.history.MigrationHistory;
import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationSet;
import dev.migrations.plan.MigrationComparison;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationTarget;

/** A folder's files and the history of them on a database, with the session that read it, until it is closed. */
final class OpenFolder implements AutoCloseable {

    private final FolderSettings settings;
    private final MigrationSet set;
    private final DownScripts downs;
    private final Session session;
    private final MigrationHistory history;

    private OpenFolder(
            FolderSettings settings, MigrationSet set, DownScripts downs, Session session, MigrationHistory history) {
        this.settings = settings;
        this.set = set;
        this.downs = downs;
        this.session = session;
        this.history = history;
    }

    /** Reads the files first: what is wrong with them needs no connection. */
    static OpenFolder open(MigrationFolder folder, ConnectionSource source, DownScripts downs) {
        var set = folder.read();
        var settings = folder.settings();
        var session = Session.open(source, settings.schemaTable());
        try {
            var history = HistoryTable.of(session).load(session, downs);
            return new OpenFolder(settings, set, downs, session, history);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    MigrationSet set() {
        return set;
    }

    DownScripts downs() {
        return downs;
    }

    Session session() {
        return session;
    }

    MigrationHistory history() {
        return history;
    }

    MigrationComparison comparison() {
        return MigrationComparison.of(set, history, settings);
    }

    MigrationPlan plan(MigrationTarget target) {
        return target.plan(comparison());
    }

    @Override
    public void close() {
        session.close();
    }
}
