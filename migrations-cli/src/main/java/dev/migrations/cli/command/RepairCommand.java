package dev.migrations.cli.command;

import dev.migrations.plan.MigrationTarget;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "repair",
        description = "Make the history agree with the files: accept changed scripts, forget missing ones; asks.")
final class RepairCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private final Consent consent = new Consent();

    RepairCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return new TargetRun(invocation, MigrationTarget.repair()).runIfAgreed(invocation.everyFolder(), consent);
    }
}
