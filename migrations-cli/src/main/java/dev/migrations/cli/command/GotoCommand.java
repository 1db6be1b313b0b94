package dev.migrations.cli.command;

import dev.migrations.plan.MigrationTarget;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "goto", description = "Go to exactly this version, up or down; asks if something is undone.")
final class GotoCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private final Consent consent = new Consent();

    @Parameters(paramLabel = "V", description = "The version, such as 4 or 004.")
    private String version = "";

    GotoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var target = MigrationTarget.goTo(Numbers.version(version));
        return new TargetRun(invocation, target).runIfAgreed(invocation.oneFolder("goto"), consent);
    }
}
