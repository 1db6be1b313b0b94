package dev.migrations.rule;

/**
 * Which limits hold for a statement.
 *
 * @param lock      {@code lock_timeout}
 * @param statement {@code statement_timeout}
 */
public record Timeouts(Limit lock, Limit statement) {

    /** Where a limit comes from. */
    public enum Limit {
        /** Nobody has set one, here: the server's own setting is not known. */
        UNSET,
        /** It was set to zero, which is none. */
        LIFTED,
        /** The script, its directives, the folder or the engine set it. */
        SET
    }
}
