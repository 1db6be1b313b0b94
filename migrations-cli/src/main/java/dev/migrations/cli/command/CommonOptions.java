package dev.migrations.cli.command;

import dev.migrations.cli.workspace.ConnectionOptions;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.migration.CancelBlockers;
import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.LockSettings;
import dev.migrations.migration.Naming;
import dev.migrations.migration.SchemaTable;
import dev.migrations.script.PostgresDuration;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of all commands; each may stand before or behind the command's name. */
final class CommonOptions {

    /** When to use colours. */
    enum Colours {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the migrations are (migrations).")
    @Nullable
    String dir;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "One folder of a tree of several.")
    @Nullable
    String folder;

    @Option(names = "--db", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "One database by its name.")
    @Nullable
    String database;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "postgres://user@host:5432/database or a jdbc:postgresql: URL (DATABASE_URL, PG*).")
    @Nullable
    String url;

    @Option(
            names = "--user",
            paramLabel = "ROLE",
            scope = ScopeType.INHERIT,
            description = "The role to connect as (PGUSER).")
    @Nullable
    String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "A file with the password in its first line (PGPASSWORD, PGPASSFILE).")
    @Nullable
    Path passwordFile;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "An application.yml with migrations.databases.*.")
    @Nullable
    Path config;

    @Option(
            names = "--schema-table",
            paramLabel = "TABLE",
            scope = ScopeType.INHERIT,
            description = "The history table, in place of migration.yaml's.")
    @Nullable
    String schemaTable;

    @Option(
            names = "--naming",
            paramLabel = "strict|relaxed",
            scope = ScopeType.INHERIT,
            description = "Which file names are taken, in place of migration.yaml's.")
    @Nullable
    Naming naming;

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            description = "How long a statement waits for a lock: 5s; 0 for ever.")
    @Nullable
    String lockTimeout;

    @Option(
            names = "--lock-retry-budget",
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            description = "How long what gets no lock is tried again (5min); 0 for one try.")
    @Nullable
    String lockRetryBudget;

    @Option(
            names = "--cancel-blockers",
            paramLabel = "none|idle-in-transaction",
            converter = BlockerChoice.class,
            scope = ScopeType.INHERIT,
            description = "Whom to end for being in the way of a lock (none).")
    @Nullable
    CancelBlockers cancelBlockers;

    @Option(
            names = "--lock-wait",
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            description = "How long to wait for another runner (10min).")
    @Nullable
    String lockWait;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Answer as JSON.")
    boolean json;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            scope = ScopeType.INHERIT,
            description = "Colours (auto: on a terminal, and without NO_COLOR).")
    Colours color = Colours.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Only answers and failures.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Also what the server and the engine say.")
    boolean verbose;

    ConnectionOptions connection() {
        return new ConnectionOptions(database, url, user, passwordFile, config);
    }

    /** What is said here goes before what {@code migration.yaml} says. */
    FolderSettings override(FolderSettings settings) {
        var changed = naming == null ? settings : settings.withNaming(naming);
        changed = schemaTable == null ? changed : changed.withSchemaTable(table(schemaTable));
        return changed.withLocks(locks().orElse(settings.locks()));
    }

    private LockSettings locks() {
        return new LockSettings(
                lockTimeout == null ? null : duration("--lock-timeout", lockTimeout),
                lockRetryBudget == null ? null : duration("--lock-retry-budget", lockRetryBudget),
                cancelBlockers);
    }

    /** Null where the engine decides. */
    @Nullable
    Duration patience() {
        return lockWait == null ? null : duration("--lock-wait", lockWait);
    }

    private static SchemaTable table(String written) {
        try {
            return SchemaTable.parse(written);
        } catch (IllegalArgumentException e) {
            throw UsageException.of(
                    "schema-table",
                    String.valueOf(e.getMessage()) + ".",
                    "write --schema-table ops.schema_migrations.");
        }
    }

    private static Duration duration(String option, String written) {
        return PostgresDuration.parse(written)
                .orElseThrow(() -> UsageException.of(
                        "duration",
                        option + " takes a time with its unit, not \"" + written + "\".",
                        "write " + option + " 500ms, 5s, 1min or 0."));
    }
}
