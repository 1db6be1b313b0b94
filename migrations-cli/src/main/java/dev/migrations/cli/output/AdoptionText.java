package dev.migrations.cli.output;

import dev.migrations.plan.Adoption;
import java.util.stream.Collectors;

/** Which row of another tool is which file. */
final class AdoptionText {

    private AdoptionText() {}

    static String render(Adoption adoption) {
        var width = adoption.matches().stream()
                .mapToInt(match -> match.theirs().length())
                .max()
                .orElse(0);
        return adoption.matches().stream()
                .map(match -> "  " + match.theirs()
                        + " ".repeat(width - match.theirs().length()) + "  "
                        + (match.ours() == null ? "(no file)" : match.ours()))
                .collect(Collectors.joining("\n"));
    }
}
