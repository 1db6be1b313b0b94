package dev.migrations.cli.command;

import dev.migrations.convert.Conversion;
import dev.migrations.problem.ExitCode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "convert",
        description = "Rename or split another tool's files into a new directory; exit code 1 if some need a hand.")
final class ConvertCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--from", required = true, paramLabel = "TOOL", description = "flyway, dbmate or goose.")
    private String from = "";

    @Parameters(index = "0", paramLabel = "SOURCE", description = "The directory of that tool's files.")
    private Path source = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TARGET",
            description = "A directory that is not there yet, or is empty; --dir unless given.")
    private @Nullable Path target;

    @Option(names = "--dry-run", description = "Only show which file would become which.")
    private boolean dryRun;

    ConvertCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var conversion = Conversion.of(ForeignTools.parse(from, Conversion::isKnown), source);
        var written = dryRun ? null : Optional.ofNullable(target).orElseGet(() -> Path.of(invocation.location()));
        if (written != null) {
            conversion.write(written);
        }
        invocation.printer().conversion(conversion, written);
        return (conversion.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED).value();
    }
}
