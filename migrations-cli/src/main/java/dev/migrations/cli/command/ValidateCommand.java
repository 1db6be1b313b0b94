package dev.migrations.cli.command;

import dev.migrations.Migrator;
import dev.migrations.cli.output.Answer;
import dev.migrations.problem.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "validate", description = "Say everything that is against bringing the databases up to date.")
final class ValidateCommand implements Callable<Integer> {

    private final Invocation invocation;

    ValidateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var answers = invocation.ask(invocation.everyFolder(), Migrator::validate);
        invocation.printer().validations(answers);
        var code = Answer.exitCode(answers);
        var valid =
                answers.stream().flatMap(answer -> answer.value().stream()).allMatch(problems -> problems.isEmpty());
        return (code == ExitCode.DONE && !valid ? ExitCode.REFUSED : code).value();
    }
}
