package dev.migrations.cli.command;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Long options with one dash, {@code -dir} and {@code -steps=2}, as people know them from Go tools. */
final class SingleDash {

    private static final Pattern WORD = Pattern.compile("-(?<name>[a-z][a-z-]+)(?<value>=.*)?", Pattern.DOTALL);

    private final Set<String> names = new TreeSet<>();

    private SingleDash() {}

    static SingleDash of(CommandLine line) {
        var dashes = new SingleDash();
        dashes.add(line);
        line.getSubcommands().values().forEach(dashes::add);
        return dashes;
    }

    /** The same arguments with two dashes where an option has two; what follows {@code --} stays as it is. */
    String[] doubled(String[] args) {
        var doubled = args.clone();
        for (var i = 0; i < args.length && !args[i].equals("--"); i++) {
            var word = WORD.matcher(args[i]);
            if (word.matches() && names.contains("--" + word.group("name"))) {
                doubled[i] = "-" + args[i];
            }
        }
        return doubled;
    }

    private void add(CommandLine line) {
        names.addAll(line.getCommandSpec().optionsMap().keySet());
    }
}
