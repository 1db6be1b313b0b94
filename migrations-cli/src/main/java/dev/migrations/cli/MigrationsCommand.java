package dev.migrations.cli;

import dev.migrations.Cancellation;
import dev.migrations.cli.command.Commands;
import dev.migrations.cli.command.Shell;
import dev.migrations.cli.output.Terminal;
import dev.migrations.cli.workspace.ConnectionOptions;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.cli.workspace.Workspace;
import java.io.PrintWriter;

/** The commands inside an application, for whoever has arguments and wants an exit code. */
public final class MigrationsCommand {

    private MigrationsCommand() {}

    /**
     * Runs a command on an application's own folders and databases.
     *
     * @param args      such as {@code up --folder 01_core-db}
     * @param workspace the application's
     * @param out       takes answers
     * @param err       takes what is beside the answers
     * @return the exit code of the process
     */
    public static int run(String[] args, Workspace workspace, PrintWriter out, PrintWriter err) {
        var interruption = new Interruption();
        var shell = shell(workspace, interruption.cancellation(), out, err);
        return interruption.guard(() -> Commands.in(shell).run(args));
    }

    private static Shell shell(Workspace workspace, Cancellation cancellation, PrintWriter out, PrintWriter err) {
        var environment = System.getenv();
        return new Shell(
                options -> own(workspace, options),
                environment,
                Terminal.ofProcess(environment),
                cancellation,
                System.in,
                out,
                err);
    }

    private static Workspace own(Workspace workspace, ConnectionOptions options) {
        if (options.namesConnection()) {
            throw UsageException.of(
                    "own-databases",
                    "inside an application, its own databases are migrated.",
                    "leave out --url, --user, --password-file and --config; --db chooses one of the application's.");
        }
        return workspace;
    }
}
