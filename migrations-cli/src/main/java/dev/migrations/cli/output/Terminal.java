package dev.migrations.cli.output;

import java.io.Console;
import java.util.Map;
import java.util.Optional;

/** Whoever sits before the process, if anybody does. */
public interface Terminal {

    /** Whether somebody reads the output, and can be asked. */
    boolean isInteractive();

    /** How many characters fit in a line. */
    int columns();

    /** Asks, and waits for a line; empty where the input has ended. */
    Optional<String> ask(String question);

    /** The terminal of this process; the wrapper script tells its width in {@code COLUMNS}. */
    static Terminal ofProcess(Map<String, String> environment) {
        return new ProcessTerminal(Optional.ofNullable(System.console()), columns(environment));
    }

    private static int columns(Map<String, String> environment) {
        var written = environment.getOrDefault("COLUMNS", "");
        return written.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(written) : 80;
    }

    /** See {@link #ofProcess}. */
    record ProcessTerminal(Optional<Console> console, int columns) implements Terminal {

        @Override
        public boolean isInteractive() {
            return console.filter(ProcessTerminal::isTerminal).isPresent();
        }

        @Override
        public Optional<String> ask(String question) {
            return console.map(console -> console.readLine("%s ", question));
        }

        /** From Java 22 on there is a console without a terminal, too. */
        private static boolean isTerminal(Console console) {
            try {
                return (boolean) Console.class.getMethod("isTerminal").invoke(console);
            } catch (ReflectiveOperationException e) {
                return true;
            }
        }
    }
}
