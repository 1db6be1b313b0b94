package dev.migrations.cli.command;

import dev.migrations.plan.MigrationTarget;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "force", description = "Set the history, and nothing else, to this version; -1 empties it; asks.")
final class ForceCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private final Consent consent = new Consent();

    @ArgGroup(multiplicity = "1")
    private @Nullable Version version;

    /** One of the two. */
    static final class Version {

        @Parameters(index = "0", paramLabel = "V", description = "The version, such as 4 or 004.")
        private @Nullable String written;

        @Option(names = "-1", description = "No version: as golang-migrate writes it.")
        private boolean none;
    }

    ForceCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return new TargetRun(invocation, target()).runIfAgreed(invocation.oneFolder("force"), consent);
    }

    /** An unknown version may be a mistake, or meant. */
    private MigrationTarget target() {
        var chosen = Objects.requireNonNull(version, "picocli demands one");
        if (chosen.none) {
            return MigrationTarget.force(null);
        }
        var number = Numbers.version(Objects.requireNonNull(chosen.written, "one of the two"));
        return consent.isGiven() ? MigrationTarget.forceUnknown(number) : MigrationTarget.force(number);
    }
}
