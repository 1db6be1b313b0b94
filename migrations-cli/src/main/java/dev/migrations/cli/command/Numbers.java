package dev.migrations.cli.command;

import dev.migrations.cli.workspace.UsageException;
import dev.migrations.migration.MigrationVersion;

/** Versions and counts as they are written on a command line. */
final class Numbers {

    private Numbers() {}

    static MigrationVersion version(String written) {
        try {
            return MigrationVersion.parse(written);
        } catch (IllegalArgumentException e) {
            throw UsageException.of(
                    "bad-version", String.valueOf(e.getMessage()) + ".", "`status` lists the versions that there are.");
        }
    }

    static int count(String written) {
        if (!written.matches("-?[0-9]{1,9}")) {
            throw UsageException.of(
                    "bad-count", "a count of migrations is a number, not \"" + written + "\".", "write 1 or more.");
        }
        return count(Integer.parseInt(written));
    }

    static int count(int written) {
        if (written < 1) {
            throw UsageException.of(
                    "bad-count",
                    "a count of migrations starts at 1, not " + written + ".",
                    "leave it out for the default.");
        }
        return written;
    }

    static int digits(int written) {
        if (written < 1 || written > 18) {
            throw UsageException.of(
                    "bad-digits", "a version has 1 to 18 digits, not " + written + ".", "write --digits 6.");
        }
        return written;
    }
}
