package dev.migrations.cli.command;

import dev.migrations.VerifyRequest;
import dev.migrations.cli.output.Answer;
import dev.migrations.cli.output.JunitXml;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.ExitCode;
import dev.migrations.scratch.AfterUse;
import dev.migrations.verify.MissingDown;
import dev.migrations.verify.VerifyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = "Apply, undo and apply again each version on a scratch database, and compare the schemas.")
final class VerifyCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--from", paramLabel = "VERSION", description = "The lowest version to try (the first).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "VERSION", description = "The highest version to try (the last).")
    private @Nullable String to;

    @Option(
            names = "--before",
            paramLabel = "[VERSION=]FILE",
            description = "Rows for the scripts to meet: SQL to run before a version (the lowest that is tried).")
    private List<String> before = List.of();

    @Option(names = "--allow-missing-down", description = "A version without a down script is as it should be.")
    private boolean allowMissingDown;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the outcome as JUnit XML.")
    private @Nullable Path junit;

    @Option(names = "--scratch", paramLabel = "URL", description = "An empty database to try it on; else one is made.")
    private @Nullable String scratch;

    @Option(names = "--keep-scratch", description = "Leave the scratch database there for a look.")
    private boolean keep;

    VerifyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        var missing = allowMissingDown ? MissingDown.ALLOWED : MissingDown.REPORTED;
        var printer = invocation.printer();
        var answers = invocation.ask(
                invocation.everyFolder(), migrator -> migrator.verify(request().watchedBy(printer::verified)));
        printer.verifications(answers, missing);
        if (junit != null) {
            Files.writeString(junit, JunitXml.of(answers, missing));
        }
        if (keep) {
            answers.stream()
                    .flatMap(answer -> answer.value().stream())
                    .forEach(report -> printer.remark("kept the scratch database: " + report.scratch()));
        }
        return exitCode(answers, missing).value();
    }

    private VerifyRequest request() {
        return VerifyRequest.DEFAULT
                .between(version(from), version(to))
                .seeded(before.stream().map(VerifyCommand::seed).toList())
                .scratch(scratch == null ? null : invocation.scratch(scratch), keep ? AfterUse.KEEP : AfterUse.REMOVE);
    }

    private static @Nullable MigrationVersion version(@Nullable String written) {
        return written == null ? null : Numbers.version(written);
    }

    private static VerifyRequest.Seed seed(String written) {
        var parts = written.split("=", 2);
        return parts.length == 2 && parts[0].matches("[0-9]+")
                ? new VerifyRequest.Seed(Numbers.version(parts[0]), ScriptInput.file(Path.of(parts[1])))
                : new VerifyRequest.Seed(null, ScriptInput.file(Path.of(written)));
    }

    private static ExitCode exitCode(List<Answer<VerifyReport>> answers, MissingDown missing) {
        var code = Answer.exitCode(answers);
        var flawed = answers.stream()
                .flatMap(answer -> answer.value().stream())
                .anyMatch(report -> !report.flaws(missing).isEmpty());
        return code == ExitCode.DONE && flawed ? ExitCode.FAILED : code;
    }
}
