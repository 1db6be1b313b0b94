package dev.migrations;

import dev.migrations.plan.VersionState;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema of a database could not be made again on a scratch one. */
public final class NoCopyException extends MigrationException {

    private static final long serialVersionUID = 1;

    private static final String DUMP = "copy the schema as it is, with --copy pg_dump.";

    private NoCopyException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }

    /** Some versions are applied, and no file says what they did. */
    static NoCopyException withoutFiles(List<VersionState> versions) {
        return new NoCopyException(
                versions.stream().map(NoCopyException::withoutFile).toList(), null);
    }

    private static Problem withoutFile(VersionState version) {
        var why =
                switch (version.state()) {
                    case BASELINE -> "was declared as a baseline, so its files may not say what the schema was";
                    case INTERRUPTED -> "was begun and not finished";
                    default -> "is applied, and has no file";
                };
        return Problem.of("no-copy", "version " + version.version() + " " + why + ".", DUMP);
    }

    /** A script that was applied to the real database does not run on the scratch one. */
    static NoCopyException notReplayed(MigrationException failure, List<String> missingExtensions) {
        var first = failure.problems().get(0);
        var extensions = String.join(", ", missingExtensions);
        var hint = missingExtensions.isEmpty()
                ? "what the files do not make must be there: " + DUMP
                : "the database also has " + extensions + ", which no applied migration has made: " + DUMP;
        var message = "the applied migrations do not run on the scratch database: " + first.message();
        return new NoCopyException(
                List.of(new Problem("copy-failed", message, hint, first.location(), first.excerpt(), first.sqlState())),
                failure);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
