package dev.migrations.cli.command;

import dev.migrations.BackfillReport;
import dev.migrations.Backfills;
import dev.migrations.cli.output.Answer;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backfill",
        description = "Show, run and steer backfills; without a command, shows them.",
        synopsisSubcommandLabel = "[COMMAND]")
final class BackfillCommand implements Callable<Integer> {

    private final Invocation invocation;

    BackfillCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return show();
    }

    /** How far each is. */
    @Command(name = "status", description = "Show how far each backfill is.")
    int show() {
        var answers = invocation.ask(
                invocation.everyFolder(), migrator -> Backfills.of(migrator).status());
        invocation.printer().backfills(answers);
        return Answer.exitCode(answers).value();
    }

    @Command(name = "run", description = "Run what is open, or one of them, to its end; others may run it too.")
    int run(@Mixin BackfillPace pace, @Parameters(arity = "0..1", paramLabel = "V") @Nullable String version) {
        var number = version == null ? null : Numbers.version(version);
        var migrators = number == null ? invocation.everyFolder() : invocation.oneFolder("backfill run");
        var answers = new ArrayList<Answer<BackfillReport>>();
        for (var migrator : migrators) {
            var backfills = pace.of(migrator).listener(invocation.printer().backfillListener());
            answers.add(new Answer<>(migrator, number == null ? backfills.run() : backfills.run(number), null));
        }
        invocation.printer().backfilled(answers);
        return ExitCode.DONE.value();
    }

    @Command(name = "pause", description = "Let nobody go on with it for now.")
    int pause(@Parameters(paramLabel = "V") String version) {
        return steer("pause", version, Backfills::pause);
    }

    @Command(name = "resume", description = "Let it go on, after a pause or a cancel.")
    int resume(@Parameters(paramLabel = "V") String version) {
        return steer("resume", version, Backfills::resume);
    }

    @Command(name = "cancel", description = "Let nobody go on with it; what is done stays.")
    int cancel(@Parameters(paramLabel = "V") String version) {
        return steer("cancel", version, Backfills::cancel);
    }

    @Command(name = "retry", description = "Open a failed one again: for the rows that it could not do.")
    int retry(@Parameters(paramLabel = "V") String version) {
        return steer("retry", version, Backfills::retry);
    }

    private int steer(String command, String version, BiConsumer<Backfills, MigrationVersion> wish) {
        var number = Numbers.version(version);
        var answers = new ArrayList<Answer<BackfillReport>>();
        for (var migrator : invocation.oneFolder("backfill " + command)) {
            var backfills = Backfills.of(migrator);
            wish.accept(backfills, number);
            answers.add(new Answer<>(migrator, backfills.status(), null));
        }
        invocation.printer().backfills(List.copyOf(answers));
        return ExitCode.DONE.value();
    }
}
