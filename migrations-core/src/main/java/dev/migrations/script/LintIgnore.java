package dev.migrations.script;

import dev.migrations.problem.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * One code of a {@code lint-ignore=code,code because …}.
 *
 * @param code     the rule's
 * @param reason   what follows {@code because}; null where nobody gave one
 * @param location where the code stands
 * @param offset   the same, in UTF-8 bytes from the start of the file
 * @param scope    what it is said of
 */
public record LintIgnore(String code, @Nullable String reason, SourceLocation location, long offset, Scope scope) {

    /** What a comment is said of. */
    public enum Scope {
        /** The whole script: it stands in its head. */
        SCRIPT,
        /** The statement that it stands in, or else the one behind it. */
        STATEMENT
    }
}
