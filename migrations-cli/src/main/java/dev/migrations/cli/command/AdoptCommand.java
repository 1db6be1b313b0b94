package dev.migrations.cli.command;

import dev.migrations.Migrator;
import dev.migrations.cli.output.Answer;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.database.ForeignHistoryTable;
import dev.migrations.migration.SchemaTable;
import dev.migrations.problem.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "adopt", description = "Take over what another tool's history says is applied; runs no script.")
final class AdoptCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TOOL",
            description = "golang-migrate, flyway, liquibase, dbmate or goose.")
    private String from = "";

    @Option(names = "--table", paramLabel = "TABLE", description = "That tool's table, where it has a name of its own.")
    private @Nullable String table;

    @Option(names = "--dry-run", description = "Only show which row is which file.")
    private boolean dryRun;

    AdoptCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var theirs = theirs();
        var migrators = invocation.oneFolder("adopt");
        return (dryRun ? show(migrators, theirs) : adopt(migrators, theirs)).value();
    }

    private ExitCode show(List<Migrator> migrators, ForeignHistoryTable theirs) {
        var answers = invocation.ask(migrators, migrator -> migrator.adoption(theirs));
        invocation.printer().adoptions(answers);
        var code = Answer.exitCode(answers);
        var refused = answers.stream()
                .flatMap(answer -> answer.value().stream())
                .anyMatch(adoption -> adoption.plan().isRefused());
        return code == ExitCode.DONE && refused ? ExitCode.REFUSED : code;
    }

    private ExitCode adopt(List<Migrator> migrators, ForeignHistoryTable theirs) {
        for (var migrator : migrators) {
            invocation.printer().adopting(new Answer<>(migrator, migrator.adoption(theirs), null));
            invocation.printer().ran(migrator.adopt(theirs));
        }
        invocation.printer().finished();
        return ExitCode.DONE;
    }

    private ForeignHistoryTable theirs() {
        var tool = ForeignTools.parse(from, any -> true);
        try {
            return table == null
                    ? ForeignHistoryTable.of(tool)
                    : ForeignHistoryTable.of(tool, SchemaTable.parse(table));
        } catch (IllegalArgumentException e) {
            throw UsageException.of("bad-table", String.valueOf(e.getMessage()) + ".", "write --table schema.table.");
        }
    }
}
