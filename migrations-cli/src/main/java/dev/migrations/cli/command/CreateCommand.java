package dev.migrations.cli.command;

import dev.migrations.cli.workspace.UsageException;
import dev.migrations.migration.NextMigration;
import dev.migrations.problem.ExitCode;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Make the files of the next migration; never overwrites.")
final class CreateCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "What it does, in any words: \"Add orders\".")
    private String[] words = {};

    @Option(names = "--digits", paramLabel = "N", description = "The width of its number; the folder's unless given.")
    private @Nullable Integer digits;

    @Option(names = "--timestamp", description = "Number it with the time, in UTC.")
    private boolean timestamp;

    @Option(names = "--no-down", description = "No down script.")
    private boolean withoutDown;

    CreateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        var files = NewFiles.in(invocation);
        var next = numbered(NextMigration.in(files.folder(), Instant.now()));
        try {
            var created = files.write((withoutDown ? next.withoutDown() : next).called(String.join(" ", words)));
            invocation.printer().created(created);
            return ExitCode.DONE.value();
        } catch (IllegalArgumentException e) {
            throw UsageException.of("bad-name", String.valueOf(e.getMessage()) + ".", "write `create add_orders`.");
        }
    }

    private NextMigration numbered(NextMigration next) {
        if (timestamp) {
            return next.withTimestamp(Instant.now());
        }
        return digits == null ? next : next.withDigits(Numbers.digits(digits));
    }
}
