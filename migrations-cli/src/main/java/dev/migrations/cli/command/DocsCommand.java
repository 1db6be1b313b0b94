package dev.migrations.cli.command;

import dev.migrations.MigratedSchema;
import dev.migrations.Migrator;
import dev.migrations.SchemaRequest;
import dev.migrations.cli.output.DocsAnswer;
import dev.migrations.problem.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "docs",
        description = "Write a reference of each database: Markdown pages, and one HTML file with a diagram.")
final class DocsCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--output", paramLabel = "DIR", description = "Where it goes (database-docs).")
    private Path output = Path.of("database-docs");

    @Option(names = "--format", paramLabel = "markdown|html|all", description = "What is written (all).")
    private Format format = Format.ALL;

    @Option(
            names = "--from-files",
            description = "Describe what all files make on a scratch database, not the database as it is.")
    private boolean fromFiles;

    @Option(
            names = "--scratch",
            paramLabel = "URL",
            description = "An empty database for --from-files; else one is made.")
    private @Nullable String scratch;

    @Option(names = "--check", description = "Write nothing; exit code 5 if the reference is not up to date.")
    private boolean check;

    DocsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    enum Format {
        MARKDOWN,
        HTML,
        ALL
    }

    @Override
    public Integer call() {
        DocsDoor.check();
        var schemas = new LinkedHashMap<String, MigratedSchema>();
        byDatabase(invocation.everyFolder()).forEach((name, migrators) -> schemas.put(name, schema(migrators)));
        var work = check ? DocsAnswer.Work.CHECK : DocsAnswer.Work.WRITE;
        var answer = DocsDoor.render(schemas, format.name(), output, work);
        invocation.printer().documented(answer);
        return (check && !answer.isUpToDate() ? ExitCode.REFUSED : ExitCode.DONE).value();
    }

    private MigratedSchema schema(List<Migrator> migrators) {
        var request = fromFiles || scratch != null ? SchemaRequest.FILES : SchemaRequest.LIVE;
        var beside = migrators.stream().skip(1).map(Migrator::folder).toList();
        var complete = scratch == null ? request : request.scratch(invocation.scratch(scratch));
        return migrators.get(0).schema(complete.beside(beside));
    }

    /** Several folders may run on one database. */
    private static Map<String, List<Migrator>> byDatabase(List<Migrator> migrators) {
        var grouped = new LinkedHashMap<String, List<Migrator>>();
        migrators.forEach(migrator -> grouped.computeIfAbsent(migrator.database(), name -> new ArrayList<>())
                .add(migrator));
        return grouped;
    }
}
