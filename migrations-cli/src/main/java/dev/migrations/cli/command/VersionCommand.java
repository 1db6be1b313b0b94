package dev.migrations.cli.command;

import dev.migrations.cli.output.Answer;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "version", description = "Show the version that each database is at.")
final class VersionCommand implements Callable<Integer> {

    private final Invocation invocation;

    VersionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var answers = invocation.ask(
                invocation.everyFolder(),
                migrator -> Optional.ofNullable(migrator.status().currentVersion()));
        invocation.printer().versions(answers);
        return Answer.exitCode(answers).value();
    }
}
