package dev.migrations.cli.command;

import dev.migrations.Migrator;
import dev.migrations.cli.output.Answer;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.problem.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        description = "Show what `up`, `up N`, `down N`, `redo N` or `goto V` would do; changes nothing.")
final class PlanCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(arity = "0..2", paramLabel = "COMMAND", description = "The command and its number; `up` unless given.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--sql", description = "Write the SQL that it would send, for psql.")
    private boolean sql;

    PlanCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var target = target();
        var migrators = words.isEmpty() || words.get(0).equals("up")
                ? invocation.everyFolder()
                : invocation.oneFolder("plan " + words.get(0));
        if (sql) {
            return writeSql(migrators, target);
        }
        var answers = invocation.ask(migrators, migrator -> migrator.plan(target));
        invocation.printer().plans(answers);
        var code = Answer.exitCode(answers);
        var refused =
                answers.stream().flatMap(answer -> answer.value().stream()).anyMatch(MigrationPlan::isRefused);
        return (code == ExitCode.DONE && refused ? ExitCode.REFUSED : code).value();
    }

    private int writeSql(List<Migrator> migrators, MigrationTarget target) {
        if (migrators.size() > 1 || invocation.options().json) {
            throw UsageException.of(
                    "plan-sql",
                    "`plan --sql` writes one script, for one database.",
                    "choose it with --folder and --db, and leave out --json.");
        }
        migrators.forEach(
                migrator -> migrator.writeSql(target, invocation.shell().out()));
        invocation.shell().out().flush();
        return ExitCode.DONE.value();
    }

    private MigrationTarget target() {
        var command = words.isEmpty() ? "up" : words.get(0);
        var number = words.size() < 2 ? "" : words.get(1);
        return switch (command) {
            case "up" -> number.isEmpty() ? MigrationTarget.up() : MigrationTarget.up(Numbers.count(number));
            case "down" -> MigrationTarget.down(number.isEmpty() ? 1 : Numbers.count(number));
            case "redo" -> MigrationTarget.redo(number.isEmpty() ? 1 : Numbers.count(number));
            case "goto" -> MigrationTarget.goTo(Numbers.version(number));
            default ->
                throw UsageException.of(
                        "bad-plan",
                        "`plan` knows up, down, redo and goto, not \"" + command + "\".",
                        "write `plan up`, `plan down 2` or `plan goto 4`.");
        };
    }
}
