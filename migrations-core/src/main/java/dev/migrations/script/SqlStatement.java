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
public record SqlStatement(
        int index, String text, SourceLocation location, long offset, long length, Command command) {}
