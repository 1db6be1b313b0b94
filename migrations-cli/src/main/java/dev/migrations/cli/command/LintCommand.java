package dev.migrations.cli.command;

import dev.migrations.cli.output.GithubAnnotations;
import dev.migrations.problem.ExitCode;
import dev.migrations.rule.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lint",
        description = "Say which statements would stop the application, and how to do without; exit code 5 on errors.")
final class LintCommand implements Callable<Integer> {

    private final Invocation invocation;

    /** How findings are written. */
    enum Format {
        TEXT,
        JSON,
        SARIF,
        GITHUB
    }

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scripts from anywhere; else those of the folders.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--format", paramLabel = "text|json|sarif|github", description = "How findings are written (text).")
    private Format format = Format.TEXT;

    @Mixin
    private final LintChoice choice = new LintChoice();

    LintCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.options().json |= format == Format.JSON;
        var answer = choice.lint(invocation, files);
        switch (format) {
            case TEXT, JSON -> invocation.printer().findings(answer);
            case SARIF -> JsonDoor.sarif(invocation.shell().out(), answer);
            case GITHUB -> invocation.console().write(GithubAnnotations.render(answer));
        }
        return (answer.count(Severity.ERROR) > 0 ? ExitCode.REFUSED : ExitCode.DONE).value();
    }
}
