package dev.migrations.cli.command;

import dev.migrations.plan.MigrationTarget;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "baseline", description = "Declare an existing schema to be at this version; runs no script.")
final class BaselineCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(paramLabel = "V", description = "The version, such as 4 or 004.")
    private String version = "";

    BaselineCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var target = MigrationTarget.baseline(Numbers.version(version));
        return new TargetRun(invocation, target).run(invocation.oneFolder("baseline"));
    }
}
