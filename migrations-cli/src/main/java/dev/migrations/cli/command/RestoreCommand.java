package dev.migrations.cli.command;

import dev.migrations.cli.workspace.UsageException;
import dev.migrations.problem.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Put a database back to what a dump holds, with pg_restore; what it got later stays.")
final class RestoreCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private final Consent consent = new Consent();

    @Parameters(paramLabel = "FILE", description = "A dump that `backup` has written.")
    private Path file = Path.of("");

    RestoreCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var migrators = invocation.oneFolder("restore");
        if (migrators.size() > 1) {
            throw UsageException.of(
                    "database-not-chosen",
                    "a dump is of one database, and this folder runs on " + migrators.size() + ".",
                    "name one with --db.");
        }
        var migrator = migrators.get(0);
        if (!consent.isGiven()) {
            throw UsageException.of(
                    "consent-needed",
                    "this replaces what " + migrator.database() + " holds now by what " + file + " holds.",
                    "add --yes if that is what you want.");
        }
        invocation.backup(migrator).restore(file);
        invocation.printer().remark("restored " + migrator.database() + " from " + file);
        return ExitCode.DONE.value();
    }
}
