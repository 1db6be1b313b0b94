package dev.migrations.problem;

/** The process exit codes of every surface: command line, starter, scripts that call them. */
public enum ExitCode {
    /** Done, or nothing to do. */
    DONE(0),
    /** A migration failed while it ran. */
    FAILED(1),
    /** The request itself is wrong: an unknown option, database or folder. */
    USAGE(2),
    /** Something is pending, and the caller asked to be told so. */
    PENDING(3),
    /** Another runner, or another session with a lock on a table, was in the way for longer than the caller wanted to wait. */
    LOCKED(4),
    /** Refused before any change: conflict, changed script, interrupted run, foreign history table and the like. */
    REFUSED(5),
    /** The database cannot be reached, or the role lacks a right that is needed. */
    UNREACHABLE(6),
    /** The database is not what its migrations make. */
    DRIFTED(7);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    /** The number that the process ends with. */
    public int value() {
        return value;
    }
}
