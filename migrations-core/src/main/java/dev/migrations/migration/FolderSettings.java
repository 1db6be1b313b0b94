package dev.migrations.migration;

import dev.migrations.script.SqlScript;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a folder's {@code migration.yaml} says.
 *
 * @param databases        {@code dbpool-name}: the databases that the folder runs on; empty where the caller decides
 * @param schemaTable      {@code schema-table}: its history table
 * @param enabled          {@code enabled}: whether auto-migrate runs it
 * @param description      {@code description}: for people
 * @param requireDown      {@code require-down}: whether each migration must have a down script
 * @param naming           {@code naming}: which file names it takes
 * @param outOfOrder       {@code out-of-order}: what becomes of late versions
 * @param locks            {@code lock-timeout} and its kin: how its statements wait for locks
 * @param statementTimeout {@code statement-timeout}: null for the default, zero for none
 * @param transaction      {@code transaction}: how far a transaction reaches
 * @param lint             {@code lint}: how its scripts are judged
 * @param drift            {@code drift-ignore} and its kin: how it is told that somebody changed the database by hand
 */
public record FolderSettings(
        DatabaseSelector databases,
        SchemaTable schemaTable,
        boolean enabled,
        @Nullable String description,
        boolean requireDown,
        Naming naming,
        OutOfOrder outOfOrder,
        LockSettings locks,
        @Nullable Duration statementTimeout,
        TransactionMode transaction,
        LintSettings lint,
        DriftSettings drift) {

    /** A folder without a {@code migration.yaml}, or with an empty one. */
    public static final FolderSettings DEFAULT = new FolderSettings(
            DatabaseSelector.NONE,
            SchemaTable.DEFAULT,
            true,
            null,
            false,
            Naming.STRICT,
            OutOfOrder.REFUSE,
            LockSettings.DEFAULT,
            null,
            TransactionMode.PER_MIGRATION,
            LintSettings.DEFAULT,
            DriftSettings.DEFAULT);

    /** The same with another history table. */
    public FolderSettings withSchemaTable(SchemaTable table) {
        return new FolderSettings(
                databases,
                table,
                enabled,
                description,
                requireDown,
                naming,
                outOfOrder,
                locks,
                statementTimeout,
                transaction,
                lint,
                drift);
    }

    /** The same with other file names. */
    public FolderSettings withNaming(Naming names) {
        return new FolderSettings(
                databases,
                schemaTable,
                enabled,
                description,
                requireDown,
                names,
                outOfOrder,
                locks,
                statementTimeout,
                transaction,
                lint,
                drift);
    }

    /** The same with another way to wait for locks. */
    public FolderSettings withLocks(LockSettings other) {
        return new FolderSettings(
                databases,
                schemaTable,
                enabled,
                description,
                requireDown,
                naming,
                outOfOrder,
                other,
                statementTimeout,
                transaction,
                lint,
                drift);
    }

    /** The longest that a statement of this script waits for a lock in one try; null where neither it nor the folder says. */
    public @Nullable Duration lockTimeout(SqlScript script) {
        var own = script.directives().lockTimeout();
        return own != null ? own : locks.timeout();
    }

    /** How long what got no lock is tried again; null where neither the script nor the folder says. */
    public @Nullable Duration lockRetryBudget(SqlScript script) {
        var own = script.directives().lockRetryBudget();
        return own != null ? own : locks.retryBudget();
    }

    /** How long a statement of this script may run; null where neither it nor the folder says. */
    public @Nullable Duration statementTimeout(SqlScript script) {
        var own = script.directives().statementTimeout();
        return own != null ? own : statementTimeout;
    }

    /** Whether a statement that waits for a lock would be ended for its length before it is for its wait. */
    public static boolean hidesLockTimeout(Duration statementTimeout, Duration lockTimeout) {
        return !statementTimeout.isZero() && statementTimeout.compareTo(lockTimeout) <= 0;
    }
}
