package dev.migrations.cli.command;

import dev.migrations.cli.workspace.UsageException;
import dev.migrations.plan.MigrationTarget;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "down", description = "Undo the last version, the last N, or all; shows the plan and asks.")
final class DownCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private final Consent consent = new Consent();

    @Parameters(arity = "0..1", paramLabel = "N", description = "How many versions; 1 unless given.")
    private @Nullable Integer count;

    @Option(names = "--steps", paramLabel = "N", description = "The same as N.")
    private @Nullable Integer steps;

    @Option(names = "--all", description = "Every version.")
    private boolean all;

    DownCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if ((count == null ? 0 : 1) + (steps == null ? 0 : 1) + (all ? 1 : 0) > 1) {
            throw UsageException.of(
                    "two-targets", "`down` takes one of N, --steps and --all.", "leave the others out.");
        }
        var given = Optional.ofNullable(count).or(() -> Optional.ofNullable(steps));
        var target = all ? MigrationTarget.downAll() : MigrationTarget.down(Numbers.count(given.orElse(1)));
        return new TargetRun(invocation, target)
                .wanting(given.orElse(0))
                .runIfAgreed(invocation.oneFolder("down"), consent);
    }
}
