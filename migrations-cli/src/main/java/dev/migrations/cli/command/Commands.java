package dev.migrations.cli.command;

import dev.migrations.cli.workspace.UsageException;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.NearestWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, put together for one call. */
public final class Commands {

    /** What a shell says of a process that Ctrl-C ended: 128, and the number of SIGINT. */
    private static final int INTERRUPTED = 130;

    private final CommandLine line;
    private final Invocation invocation;

    private Commands(CommandLine line, Invocation invocation) {
        this.line = line;
        this.invocation = invocation;
    }

    /** The commands in this shell. */
    public static Commands in(Shell shell) {
        var root = new RootCommand();
        var invocation = new Invocation(shell, root.options);
        var line = withHelp(root);
        all(invocation).forEach(command -> line.addSubcommand(withHelp(command)));
        line.addSubcommand(new AutoComplete.GenerateCompletion());
        var commands = new Commands(line, invocation);
        commands.configure(shell);
        return commands;
    }

    private static CommandLine withHelp(Object command) {
        var line = new CommandLine(command);
        line.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new RootCommand.Help()));
        line.getSubcommands().values().stream()
                .filter(inner -> !(inner.getCommand() instanceof CommandLine.HelpCommand))
                .forEach(inner -> inner.getCommandSpec()
                        .addMixin("help", CommandSpec.forAnnotatedObject(new RootCommand.Help())));
        return line;
    }

    /** In the order of the help. */
    private static List<Callable<Integer>> all(Invocation invocation) {
        return List.of(
                new CreateCommand(invocation),
                new UpCommand(invocation),
                new DownCommand(invocation),
                new GotoCommand(invocation),
                new RedoCommand(invocation),
                new StatusCommand(invocation),
                new VersionCommand(invocation),
                new PlanCommand(invocation),
                new ValidateCommand(invocation),
                new LintCommand(invocation),
                new TraceCommand(invocation),
                new VerifyCommand(invocation),
                new DriftCommand(invocation),
                new ForceCommand(invocation),
                new BaselineCommand(invocation),
                new RepairCommand(invocation),
                new AdoptCommand(invocation),
                new ConvertCommand(invocation),
                new BackupCommand(invocation),
                new RestoreCommand(invocation),
                new BackfillCommand(invocation),
                new SnapshotCommand(invocation),
                new DocsCommand(invocation),
                new StatementsCommand(invocation));
    }

    /** Runs one call; the exit code. */
    public int run(String... args) {
        var code = line.execute(SingleDash.of(line).doubled(args));
        return invocation.shell().cancellation().isRequested() ? INTERRUPTED : code;
    }

    private void configure(Shell shell) {
        line.setOut(shell.out())
                .setErr(shell.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setPosixClusteredShortOptionsAllowed(false)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(helpWidth(shell.terminal().columns()))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure))
                .setParameterExceptionHandler((failure, args) -> badUsage(failure, List.of(args)));
        line.getSubcommands().values().forEach(command -> command.setOut(shell.out())
                .setErr(shell.err()));
    }

    /** Picocli cannot do with less than 55. */
    private static int helpWidth(int columns) {
        return Math.max(55, Math.min(100, columns));
    }

    private int failed(Exception failure) throws Exception {
        if (failure instanceof MigrationException known) {
            return failed(known);
        }
        if (failure instanceof IOException) {
            return failed(
                    UsageException.of("file", "a file cannot be used: " + failure + ".", "check its permissions."));
        }
        throw failure;
    }

    private int failed(MigrationException failure) {
        invocation.printer().failed(failure);
        return failure.exitCode().value();
    }

    private int badUsage(ParameterException failure, List<String> args) {
        // it may stand behind what could not be read
        invocation.options().json |= args.contains("--json");
        var command = failure.getCommandLine().getCommandSpec().qualifiedName();
        var hint = nearest(failure).map(word -> "did you mean " + word + "?").orElse("see `" + command + " --help`.");
        return failed(UsageException.of("usage", String.valueOf(failure.getMessage()) + ".", hint));
    }

    private static Optional<String> nearest(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        var known = unmatched.getCommandLine();
        var words = new ArrayList<>(known.getSubcommands().keySet());
        words.addAll(known.getCommandSpec().optionsMap().keySet());
        return NearestWord.find(unmatched.getUnmatched().get(0), words);
    }
}
