package dev.migrations.cli.command;

import dev.migrations.Migrator;
import dev.migrations.SchemaRequest;
import dev.migrations.cli.output.DdlChoice;
import dev.migrations.cli.output.SnapshotComparison;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.drift.Ownership;
import dev.migrations.problem.ExitCode;
import dev.migrations.schema.SchemaSnapshot;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "snapshot",
        description = "Show what each database is made of, keep it in a file for review, or compare with that file.")
final class SnapshotCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(
            names = "--output",
            arity = "0..1",
            fallbackValue = SnapshotFiles.DEFAULT,
            paramLabel = "FILE",
            description = "Write it there (schema.snapshot) instead of showing it.")
    private @Nullable Path output;

    @Option(
            names = "--check",
            arity = "0..1",
            fallbackValue = SnapshotFiles.DEFAULT,
            paramLabel = "FILE",
            description = "Compare with that file (schema.snapshot); exit code 5 where they differ.")
    private @Nullable Path check;

    @Option(names = "--ddl", description = "With --check, also the statements that make the database as the file says.")
    private boolean ddl;

    @Option(
            names = "--from-snapshot",
            paramLabel = "FILE",
            description =
                    "Take what another such file says, not a database: with --check, what differs between two files.")
    private @Nullable Path fromSnapshot;

    @Option(
            names = "--from-files",
            description = "Take what all files make on a scratch database, not the database as it is.")
    private boolean fromFiles;

    @Option(
            names = "--scratch",
            paramLabel = "URL",
            description = "An empty database for --from-files; else one is made.")
    private @Nullable String scratch;

    @Option(names = "--with-rights", description = "Owners and grants as well, which differ from server to server.")
    private boolean withRights;

    SnapshotCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        checkChoice();
        var snapshots = fromSnapshot == null ? snapshots() : snapshot(fromSnapshot);
        return (check != null ? compare(check, snapshots) : tell(snapshots)).value();
    }

    private void checkChoice() {
        if (ddl && check == null) {
            throw UsageException.of(
                    "nothing-to-compare", "--ddl is about a difference, and nothing is compared.", "add --check FILE.");
        }
        if (fromSnapshot != null && (fromFiles || scratch != null)) {
            throw UsageException.of(
                    "two-sources",
                    "--from-snapshot takes what a file says, and --from-files and --scratch run the files.",
                    "leave one of them out.");
        }
    }

    /** Of the file, by its name. */
    private Map<String, SchemaSnapshot> snapshot(Path file) {
        var name = file.toString();
        return Map.of(name, chosen(new SnapshotFiles(file, Set.of(name)).read(name)));
    }

    private ExitCode compare(Path file, Map<String, SchemaSnapshot> snapshots) {
        var files = new SnapshotFiles(file, snapshots.keySet());
        var comparisons = snapshots.entrySet().stream()
                .map(entry -> new SnapshotComparison(
                        entry.getKey(),
                        files.of(entry.getKey()).toString(),
                        chosen(files.read(entry.getKey())),
                        entry.getValue()))
                .toList();
        invocation.printer().compared(comparisons, ddl ? DdlChoice.WITH : DdlChoice.WITHOUT);
        return comparisons.stream().allMatch(SnapshotComparison::isEqual) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private ExitCode tell(Map<String, SchemaSnapshot> snapshots) {
        if (output == null) {
            invocation.printer().snapshots(snapshots);
        } else {
            var files = new SnapshotFiles(output, snapshots.keySet());
            snapshots.forEach(files::write);
            invocation
                    .printer()
                    .created(snapshots.keySet().stream()
                            .map(name -> files.of(name).toString())
                            .toList());
        }
        return ExitCode.DONE;
    }

    /** By database; several folders may run on one. */
    private Map<String, SchemaSnapshot> snapshots() {
        var byDatabase = invocation.everyFolder().stream()
                .collect(Collectors.groupingBy(Migrator::database, LinkedHashMap::new, Collectors.toList()));
        var snapshots = new LinkedHashMap<String, SchemaSnapshot>();
        byDatabase.forEach((name, migrators) -> snapshots.put(name, chosen(read(migrators))));
        return snapshots;
    }

    private SchemaSnapshot read(List<Migrator> migrators) {
        var first = migrators.get(0);
        if (!fromFiles && scratch == null) {
            return first.snapshot();
        }
        var beside = migrators.stream().skip(1).map(Migrator::folder).toList();
        var request = SchemaRequest.FILES.beside(beside);
        return first.schema(scratch == null ? request : request.scratch(invocation.scratch(scratch)))
                .snapshot();
    }

    private SchemaSnapshot chosen(SchemaSnapshot snapshot) {
        return withRights ? snapshot : Ownership.leftOut(snapshot);
    }
}
