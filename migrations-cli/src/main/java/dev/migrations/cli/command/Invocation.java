package dev.migrations.cli.command;

import dev.migrations.Migrator;
import dev.migrations.backup.Backup;
import dev.migrations.cli.output.Answer;
import dev.migrations.cli.output.Console;
import dev.migrations.cli.output.Paint;
import dev.migrations.cli.output.Printer;
import dev.migrations.cli.output.TextPrinter;
import dev.migrations.cli.workspace.ScratchAddress;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.cli.workspace.Workspace;
import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationTree;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call of the command line: its common options, and what they lead to. */
final class Invocation {

    private final Shell shell;
    private final CommonOptions options;
    private @Nullable Printer printer;

    Invocation(Shell shell, CommonOptions options) {
        this.shell = shell;
        this.options = options;
    }

    Shell shell() {
        return shell;
    }

    CommonOptions options() {
        return options;
    }

    /** Text or JSON, as asked; the same one for the whole call. */
    Printer printer() {
        if (printer == null) {
            printer = options.json ? JsonDoor.open(shell.out()) : new TextPrinter(console());
        }
        return printer;
    }

    Console console() {
        var verbosity = options.quiet
                ? Console.Verbosity.QUIET
                : options.verbose ? Console.Verbosity.VERBOSE : Console.Verbosity.NORMAL;
        return new Console(shell.out(), shell.err(), shell.terminal(), paint(), verbosity);
    }

    /** Where the migrations are. */
    String location() {
        return options.dir == null ? workspace().location() : options.dir;
    }

    /** The databases' side. */
    Workspace workspace() {
        return shell.workspace(options.connection());
    }

    /** The tree, with what the options override. */
    MigrationTree tree() {
        var tree = MigrationTree.read(location(), workspace().classLoader());
        if (!options.quiet) {
            tree.warnings().forEach(printer()::warning);
        }
        return tree;
    }

    /** A migrator for each database of each folder that is enabled, or of the one that is named. */
    List<Migrator> everyFolder() {
        return migrators(folders());
    }

    /** Each folder that is enabled, or the one that is named. */
    List<MigrationFolder> folders() {
        return overridden(FolderChoice.of(tree(), options.folder).all(printer()));
    }

    /** The same for one folder: the only one, or the one that is named. */
    List<Migrator> oneFolder(String command) {
        return migrators(
                overridden(List.of(FolderChoice.of(tree(), options.folder).one(command))));
    }

    /** Asks each database something that changes nothing. */
    <T> List<Answer<T>> ask(List<Migrator> migrators, Function<Migrator, T> question) {
        return migrators.stream()
                .map(migrator -> Answer.ask(migrator, question))
                .toList();
    }

    /** Backups of a migrator's database. */
    Backup backup(Migrator migrator) {
        return migrator.backup(searchPath());
    }

    /** Where PostgreSQL's own programs are. */
    String searchPath() {
        return shell.environment().getOrDefault("PATH", "");
    }

    /** A scratch database that somebody has named. */
    ConnectionSource scratch(String url) {
        return ScratchAddress.of(url, shell.environment());
    }

    private List<MigrationFolder> overridden(List<MigrationFolder> folders) {
        return folders.stream()
                .map(folder -> folder.withSettings(options::override))
                .toList();
    }

    private List<Migrator> migrators(List<MigrationFolder> folders) {
        var patience = Optional.ofNullable(options.patience());
        var migrators = workspace().assign(folders).stream()
                .flatMap(assigned -> assigned.databases().entrySet().stream().map(database -> {
                    var builder = Migrator.of(assigned.folder(), database.getValue())
                            .database(database.getKey())
                            .listener(printer().listener())
                            .cancellation(shell.cancellation());
                    patience.ifPresent(builder::lockPatience);
                    return builder.build();
                }))
                .filter(migrator -> options.database == null || options.database.equals(migrator.database()))
                .toList();
        if (migrators.isEmpty() && !folders.isEmpty()) {
            throw UsageException.of(
                    "no-database",
                    "no folder runs on " + options.database + ".",
                    "see `dbpool-name` in the migration.yaml of each folder.");
        }
        return migrators;
    }

    private Paint paint() {
        return switch (options.color) {
            case ALWAYS -> Paint.COLOURED;
            case NEVER -> Paint.PLAIN;
            case AUTO ->
                shell.terminal().isInteractive()
                                && shell.environment()
                                        .getOrDefault("NO_COLOR", "")
                                        .isEmpty()
                        ? Paint.COLOURED
                        : Paint.PLAIN;
        };
    }
}
