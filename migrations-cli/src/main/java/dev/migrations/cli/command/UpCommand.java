package dev.migrations.cli.command;

import dev.migrations.cli.workspace.UsageException;
import dev.migrations.plan.MigrationTarget;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "up", description = "Apply what is pending: all of it, the next N versions, or up to a version.")
final class UpCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "N", description = "How many versions; all unless given.")
    private @Nullable Integer count;

    @Option(names = "--to", paramLabel = "V", description = "The last version to apply.")
    private @Nullable String to;

    @Option(names = "--backup", paramLabel = "DIR", description = "Dump each database with pg_dump first.")
    private @Nullable Path backup;

    @Option(names = "--wait", description = "Run, or wait for, the backfills that hold versions back.")
    private boolean wait;

    @Mixin
    private final BackfillPace pace = new BackfillPace();

    UpCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var target = target();
        var wanted = count == null ? 0 : count;
        return new TargetRun(invocation, target)
                .wanting(wanted)
                .backingUp(backup)
                .backfilling(wait ? pace : null)
                .run(invocation.everyFolder());
    }

    private MigrationTarget target() {
        if (to != null && count != null) {
            throw UsageException.of("two-targets", "`up` takes a count or --to, not both.", "leave one of them out.");
        }
        if (to != null) {
            return MigrationTarget.upTo(Numbers.version(to));
        }
        return count == null ? MigrationTarget.up() : MigrationTarget.up(Numbers.count(count));
    }
}
