package dev.migrations;

import dev.migrations.database.BlockerEnding;
import dev.migrations.database.LockHolder;
import dev.migrations.database.LockRetry;
import dev.migrations.database.LockWait;
import dev.migrations.database.ServerNotice;
import dev.migrations.database.StatementProgress;
import dev.migrations.lint.LintReport;

/**
 * Watches a run; it cannot change the outcome. All methods are called on the thread that runs, but for {@link #blocked} and
 * {@link #ended}, which come while that thread waits.
 */
public interface MigrationListener {

    /** Nobody watches. */
    MigrationListener NONE = new MigrationListener() {};

    /** Another runner holds the lock; told about once a second. */
    default void waiting(String folder, String database, LockHolder holder) {}

    /** What the rules have against the scripts that are about to run; told where somebody asked for it. */
    default void linted(String folder, String database, LintReport report) {}

    /** A script is about to run. */
    default void started(String folder, String database, String script) {}

    /** A statement of the script is done; told of each. */
    default void progressed(String folder, String database, StatementProgress progress) {}

    /** The server said something beside its answer: a NOTICE or a WARNING. */
    default void noticed(String folder, String database, ServerNotice notice) {}

    /** Other sessions have kept a script from a lock for more than a second; told about once a second while they do. */
    default void blocked(String folder, String database, LockWait wait) {}

    /** The script has its locks, or goes without; told once after {@link #blocked}. */
    default void unblocked(String folder, String database) {}

    /** A script got no lock in time, nothing of its transaction was kept, and it will be tried again. */
    default void retrying(String folder, String database, LockRetry retry) {}

    /** A session that was in the way was ended on request, or could not be. */
    default void ended(String folder, String database, BlockerEnding ending) {}

    /** A step is done and kept. */
    default void finished(String folder, String database, MigrationResult result) {}

    /** Both hear everything, this one first. */
    default MigrationListener and(MigrationListener other) {
        return new ListenerPair(this, other);
    }
}
