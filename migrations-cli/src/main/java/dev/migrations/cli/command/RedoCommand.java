package dev.migrations.cli.command;

import dev.migrations.plan.MigrationTarget;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "redo", description = "Undo the last version, or the last N, and apply them again; asks.")
final class RedoCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private final Consent consent = new Consent();

    @Parameters(arity = "0..1", paramLabel = "N", description = "How many versions; 1 unless given.")
    private int count = 1;

    RedoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var target = MigrationTarget.redo(Numbers.count(count));
        return new TargetRun(invocation, target).runIfAgreed(invocation.oneFolder("redo"), consent);
    }
}
