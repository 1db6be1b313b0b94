package dev.migrations.cli.command;

import dev.migrations.SchemaCopy;
import dev.migrations.TraceRequest;
import dev.migrations.cli.output.Answer;
import dev.migrations.cli.output.TraceView;
import dev.migrations.problem.ExitCode;
import dev.migrations.scratch.AfterUse;
import dev.migrations.trace.TraceReport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "trace",
        description = "Apply what is pending to a copy of each database, and show what it locks, reads and rewrites.")
final class TraceCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(
            names = "--copy",
            paramLabel = "replay|pg_dump",
            description = "How the copy gets its schema: from the applied files (replay), or as it is.")
    private SchemaCopy copy = SchemaCopy.REPLAY;

    @Option(names = "--scratch", paramLabel = "URL", description = "An empty database for the copy; else one is made.")
    private @Nullable String scratch;

    @Option(names = "--keep-scratch", description = "Leave the copy there for a look.")
    private boolean keep;

    @Option(
            names = "--format",
            paramLabel = "text|markdown",
            description = "For a terminal (text), or for a pull request.")
    private TraceView.Format format = TraceView.Format.TEXT;

    @Option(
            names = "--large",
            paramLabel = "ROWS",
            description = "From how many rows on it is dangerous to block a table (10000).")
    private long large = TraceReport.LARGE;

    TraceCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var request = new TraceRequest(
                copy,
                invocation.searchPath(),
                scratch == null ? null : invocation.scratch(scratch),
                keep ? AfterUse.KEEP : AfterUse.REMOVE);
        var answers = invocation.ask(invocation.everyFolder(), migrator -> migrator.trace(request));
        invocation.printer().traces(answers, new TraceView(format, large));
        if (keep) {
            kept(answers).forEach(name -> invocation.printer().remark("kept the copy: " + name));
        }
        return exitCode(answers).value();
    }

    private static List<String> kept(List<Answer<TraceReport>> answers) {
        return answers.stream()
                .flatMap(answer -> answer.value().stream())
                .map(TraceReport::scratch)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private ExitCode exitCode(List<Answer<TraceReport>> answers) {
        var code = Answer.exitCode(answers);
        if (code != ExitCode.DONE) {
            return code;
        }
        var reports =
                answers.stream().flatMap(answer -> answer.value().stream()).toList();
        if (reports.stream().anyMatch(report -> !report.errors().isEmpty())) {
            return ExitCode.FAILED;
        }
        return reports.stream().allMatch(report -> report.dangers(large).isEmpty()) ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
