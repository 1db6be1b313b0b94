package dev.migrations.problem;

import org.jspecify.annotations.Nullable;

/**
 * What is so, and the one next step.
 *
 * @param code     stable and kebab-case, for machines: {@code changed-script}
 * @param message  what is so, in a sentence
 * @param hint     one next step that works when pasted
 * @param location where, when there is a file
 * @param excerpt  the line in question, when there is SQL or YAML to show
 * @param sqlState the server's five-character code, when the server said it
 */
public record Problem(
        String code,
        String message,
        String hint,
        @Nullable SourceLocation location,
        @Nullable Excerpt excerpt,
        @Nullable String sqlState) {

    /** A problem that has no place in a file. */
    public static Problem of(String code, String message, String hint) {
        return new Problem(code, message, hint, null, null, null);
    }

    /** The same problem at a place in a file. */
    public Problem at(SourceLocation place) {
        return new Problem(code, message, hint, place, excerpt, sqlState);
    }

    /** The same problem with the line to show. */
    public Problem showing(Excerpt line) {
        return new Problem(code, message, hint, location, line, sqlState);
    }

    /** The same problem with the server's code. */
    public Problem withSqlState(String state) {
        return new Problem(code, message, hint, location, excerpt, state);
    }

    /** Place, message, excerpt and hint, each on lines of its own. */
    public String render() {
        var text = new StringBuilder();
        if (location != null) {
            text.append(location).append(": ");
        }
        text.append(message);
        if (excerpt != null) {
            text.append("\n\n").append(excerpt.render()).append('\n');
        }
        return text.append("\nHint: ").append(hint).toString();
    }
}
