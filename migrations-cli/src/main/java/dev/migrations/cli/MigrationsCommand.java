package dev.migrations.cli;

import dev.migrations.cli.command.Commands;
import dev.migrations.cli.command.Shell;
import dev.migrations.cli.output.Terminal;
import dev.migrations.cli.workspace.ConnectionOptions;
import dev.migrations.cli.workspace.StandAloneWorkspace;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.cli.workspace.Workspace;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Function;

/** The commands, for whoever has arguments and wants an exit code. */
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
        return run(args, options -> own(workspace, options), System.getenv(), out, err);
    }

    /** Runs a command on what its options and the environment say. */
    static int runStandAlone(String[] args, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        return run(args, options -> StandAloneWorkspace.of(options, environment), environment, out, err);
    }

    private static int run(
            String[] args,
            Function<ConnectionOptions, Workspace> workspaces,
            Map<String, String> environment,
            PrintWriter out,
            PrintWriter err) {
        var terminal = Terminal.ofProcess(environment);
        return Commands.in(new Shell(workspaces, environment, terminal, System.in, out, err))
                .run(args);
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
