package dev.migrations.cli.command;

import dev.migrations.Cancellation;
import dev.migrations.cli.output.Terminal;
import dev.migrations.cli.workspace.ConnectionOptions;
import dev.migrations.cli.workspace.Workspace;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Function;

/**
 * What surrounds a call of the command line.
 *
 * @param workspaces  makes the workspace for what the options say of databases
 * @param environment the environment variables
 * @param terminal    who sits before it
 * @param cancellation may end what runs, from outside
 * @param in          standard input
 * @param out         takes answers
 * @param err         takes what is beside the answers
 */
public record Shell(
        Function<ConnectionOptions, Workspace> workspaces,
        Map<String, String> environment,
        Terminal terminal,
        Cancellation cancellation,
        InputStream in,
        PrintWriter out,
        PrintWriter err) {

    Workspace workspace(ConnectionOptions options) {
        return workspaces.apply(options);
    }
}
