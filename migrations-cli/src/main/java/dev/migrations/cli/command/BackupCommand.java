package dev.migrations.cli.command;

import dev.migrations.problem.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "backup", description = "Dump each database with pg_dump, in its custom format.")
final class BackupCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "backups",
            description = "Where the dumps go (backups); made if it is not there.")
    private Path directory = Path.of("backups");

    BackupCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var files = invocation.everyFolder().stream()
                .map(migrator -> invocation.backup(migrator).write(directory).toString())
                .toList();
        invocation.printer().created(files);
        return ExitCode.DONE.value();
    }
}
