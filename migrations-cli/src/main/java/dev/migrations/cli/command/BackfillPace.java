package dev.migrations.cli.command;

import dev.migrations.Backfills;
import dev.migrations.Migrator;
import dev.migrations.backfill.RunWindow;
import dev.migrations.backfill.Throttle;
import dev.migrations.cli.workspace.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When backfills that a command runs have to rest. */
final class BackfillPace {

    @Option(
            names = "--window",
            paramLabel = "HOURS",
            description = "Work in these hours only: \"22:00-06:00 Europe/Berlin\" (always).")
    private @Nullable String window;

    Backfills of(Migrator migrator) {
        return Backfills.of(migrator).throttle(Throttle.DEFAULT.during(hours()));
    }

    private @Nullable RunWindow hours() {
        try {
            return window == null ? null : RunWindow.parse(window);
        } catch (IllegalArgumentException e) {
            throw UsageException.of(
                    "bad-window",
                    String.valueOf(e.getMessage()) + ".",
                    "write --window \"22:00-06:00 Europe/Berlin\".");
        }
    }
}
