package dev.migrations.script;

import dev.migrations.problem.SourceLocation;

/**
 * One statement as the server will see it.
 *
 * @param index    its number in the script, from 0; transaction control statements count
 * @param text     from its first token to its last, comments between them included, without the semicolon
 * @param location where its first token starts
 * @param offset   of its first token, in UTF-8 bytes from the start of the file (a byte order mark counts)
 * @param length   in UTF-8 bytes of the file, to the end of its last token
 * @param command  what it does to transactions
 */
public record SqlStatement(int index, String text, SourceLocation location, long offset, long length, Command command) {

    /**
     * The place in the file of a character of the text.
     *
     * @param position in characters (code points) from 1, as the server counts
     */
    public SourceLocation locationOf(int position) {
        var end = text.offsetByCodePoints(0, Math.min(position - 1, text.codePointCount(0, text.length())));
        var lineStart = text.lastIndexOf('\n', end - 1) + 1;
        if (lineStart == 0) {
            return new SourceLocation(
                    location.file(), location.line(), location.column() + text.codePointCount(0, end));
        }
        var lines = (int)
                text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        return new SourceLocation(location.file(), location.line() + lines, 1 + text.codePointCount(lineStart, end));
    }

    /**
     * Whether it changes a setting of the session for longer than its transaction: {@code SET}, {@code RESET}, or a
     * {@code SELECT set_config(…, false)} as pg_dump writes it.
     */
    public boolean setsSession() {
        return switch (command.keywords()) {
            case "SET", "RESET", "SELECT" -> SessionSetting.isIn(LeadingTokens.all(text));
            default -> false;
        };
    }
}
