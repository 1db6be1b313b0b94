package dev.migrations.cli.command;

import dev.migrations.Migrator;
import dev.migrations.cli.output.Answer;
import dev.migrations.problem.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Show every version with its state.")
final class StatusCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--exit-code", description = "End with 3 when something is pending.")
    private boolean exitCode;

    StatusCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var answers = invocation.ask(invocation.everyFolder(), Migrator::status);
        invocation.printer().statuses(answers);
        var code = Answer.exitCode(answers);
        var pending = answers.stream()
                .flatMap(answer -> answer.value().stream())
                .anyMatch(status -> status.pendingCount() > 0);
        return (code == ExitCode.DONE && exitCode && pending ? ExitCode.PENDING : code).value();
    }
}
