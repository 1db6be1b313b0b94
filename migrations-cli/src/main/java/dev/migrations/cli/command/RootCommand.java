package dev.migrations.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "migrations",
        description = "PostgreSQL schema migrations from numbered SQL files.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        versionProvider = RootCommand.Version.class)
final class RootCommand {

    @Mixin
    final CommonOptions options = new CommonOptions();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of this tool.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    /** For each command of its own: the help of help is not inherited. */
    static final class Help {

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help.")
        @SuppressWarnings("UnusedVariable") // picocli acts on it
        private boolean asked;
    }

    /** From the jar's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var found = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"migrations " + (found == null ? "development" : found)};
        }
    }
}
