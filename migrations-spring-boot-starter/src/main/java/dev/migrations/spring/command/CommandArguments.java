package dev.migrations.spring.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The arguments of a process that is a command: {@code migrations}, and what follows. Properties such as
 * {@code --spring.profiles.active=production} may stand anywhere, and are the application's.
 *
 * @param words what follows {@code migrations}, without properties
 */
record CommandArguments(List<String> words) {

    private static final String COMMAND = "migrations";

    /** No option of a command has a dot in its name. */
    private static final Pattern PROPERTY = Pattern.compile("--[^=\\s.]+\\.[^=\\s]+(=.*)?", Pattern.DOTALL);

    CommandArguments {
        words = List.copyOf(words);
    }

    /** Empty where the application is to start as ever. */
    static Optional<CommandArguments> find(String[] arguments) {
        var own = Arrays.stream(arguments)
                .filter(argument -> !PROPERTY.matcher(argument).matches())
                .toList();
        return own.isEmpty() || !own.get(0).equals(COMMAND)
                ? Optional.empty()
                : Optional.of(new CommandArguments(own.subList(1, own.size())));
    }

    /** Whether the engine and the application are to say what they do. */
    boolean isVerbose() {
        return words.stream().anyMatch(List.of("-v", "--verbose", "-verbose")::contains);
    }
}
