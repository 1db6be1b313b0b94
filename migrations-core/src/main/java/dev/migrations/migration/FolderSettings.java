package dev.migrations.migration;

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
 * @param lockTimeout      {@code lock-timeout}: null for the default, zero for none
 * @param statementTimeout {@code statement-timeout}: null for the default, zero for none
 * @param transaction      {@code transaction}: how far a transaction reaches
 * @param lint             {@code lint}: how its scripts are judged
 */
public record FolderSettings(
        DatabaseSelector databases,
        SchemaTable schemaTable,
        boolean enabled,
        @Nullable String description,
        boolean requireDown,
        Naming naming,
        OutOfOrder outOfOrder,
        @Nullable Duration lockTimeout,
        @Nullable Duration statementTimeout,
        TransactionMode transaction,
        LintSettings lint) {

    /** A folder without a {@code migration.yaml}, or with an empty one. */
    public static final FolderSettings DEFAULT = new FolderSettings(
            DatabaseSelector.NONE,
            SchemaTable.DEFAULT,
            true,
            null,
            false,
            Naming.STRICT,
            OutOfOrder.REFUSE,
            null,
            null,
            TransactionMode.PER_MIGRATION,
            LintSettings.DEFAULT);

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
                lockTimeout,
                statementTimeout,
                transaction,
                lint);
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
                lockTimeout,
                statementTimeout,
                transaction,
                lint);
    }

    /** The same with another time that a statement waits for a lock; zero for none. */
    public FolderSettings withLockTimeout(Duration timeout) {
        return new FolderSettings(
                databases,
                schemaTable,
                enabled,
                description,
                requireDown,
                naming,
                outOfOrder,
                timeout,
                statementTimeout,
                transaction,
                lint);
    }
}
