package dev.migrations;

import dev.migrations.database.ConnectionSource;
import dev.migrations.lint.LintMode;
import dev.migrations.migration.MigrationFolder;
import java.time.Duration;

/** Describes a {@link Migrator}. */
public final class MigratorBuilder {

    private static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(10);

    private final MigrationFolder folder;
    private final ConnectionSource source;
    private String database = "database";
    private Duration lockPatience = DEFAULT_PATIENCE;
    private MigrationListener listener = MigrationListener.NONE;
    private Cancellation cancellation = new Cancellation();
    private LintMode lint = LintMode.OFF;
    private boolean fingerprint = true;

    MigratorBuilder(MigrationFolder folder, ConnectionSource source) {
        this.folder = folder;
        this.source = source;
    }

    /** The database's name in reports and messages. */
    public MigratorBuilder database(String name) {
        this.database = name;
        return this;
    }

    /** How long to wait for another runner; ten minutes unless told otherwise. */
    public MigratorBuilder lockPatience(Duration patience) {
        this.lockPatience = patience;
        return this;
    }

    /** Who watches; nobody unless told otherwise. */
    public MigratorBuilder listener(MigrationListener watcher) {
        this.listener = watcher;
        return this;
    }

    /** Who may end a run before its time; nobody unless told otherwise. */
    public MigratorBuilder cancellation(Cancellation ending) {
        this.cancellation = ending;
        return this;
    }

    /** What findings on scripts that are about to run do to the run; nobody looks unless told otherwise. */
    public MigratorBuilder lint(LintMode mode) {
        this.lint = mode;
        return this;
    }

    /** No run leaves a fingerprint, whatever its folder says: for a database that does not live long enough to drift. */
    public MigratorBuilder withoutFingerprint() {
        this.fingerprint = false;
        return this;
    }

    /** The migrator; nothing is opened yet. */
    public Migrator build() {
        var settings = new RunSettings(lockPatience, listener, cancellation, lint, fingerprint);
        return new Migrator(folder, database, source, settings);
    }
}
