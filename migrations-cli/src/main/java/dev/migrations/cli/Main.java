package dev.migrations.cli;

import dev.migrations.cli.command.Commands;
import dev.migrations.cli.command.Shell;
import dev.migrations.cli.output.Terminal;
import dev.migrations.cli.workspace.StandAloneWorkspace;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The process of the stand-alone command line. */
final class Main {

    private Main() {}

    /** Runs one command. */
    public static void main(String[] args) {
        var verbose = List.of(args).stream().anyMatch(List.of("-v", "--verbose", "-verbose")::contains);
        // read by the binding when the engine asks for its first logger
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "off");
        var interruption = new Interruption();
        var environment = System.getenv();
        var shell = new Shell(
                options -> StandAloneWorkspace.of(options, environment),
                environment,
                Terminal.ofProcess(environment),
                interruption.cancellation(),
                System.in,
                writer(FileDescriptor.out),
                writer(FileDescriptor.err));
        System.exit(interruption.guard(() -> Commands.in(shell).run(args)));
    }

    /** UTF-8 whatever the locale: an old JVM would print question marks for the table's marks. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
