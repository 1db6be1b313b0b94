package dev.migrations.cli.workspace;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** A request that is wrong in itself, whatever the state of files and databases. */
public final class UsageException extends MigrationException {

    private static final long serialVersionUID = 1;

    private UsageException(List<Problem> problems) {
        super(problems, null);
    }

    /** For one reason. */
    public static UsageException of(String code, String message, String hint) {
        return new UsageException(List.of(Problem.of(code, message, hint)));
    }

    /** For a directory of sockets in the place of a host. */
    static UsageException socket(String setting) {
        return of(
                "socket",
                setting + " is a directory of Unix sockets, and the driver connects by TCP only.",
                "name a host, such as localhost, and let the server listen there (listen_addresses).");
    }

    /** For several reasons. */
    static UsageException of(List<Problem> problems) {
        return new UsageException(problems);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }
}
