package dev.migrations.database;

/** Hears what the server says while scripts run, on the thread that runs them unless told otherwise. */
public interface ServerListener {

    /** Something beside an answer: a NOTICE or a WARNING. */
    void noticed(ServerNotice notice);

    /** A statement of a script is done, though maybe not kept yet. */
    void answered(StatementProgress progress);

    /** Others keep a statement from a lock; told about once a second, on another thread. */
    void blocked(LockWait wait);

    /** The wait is over, one way or the other. */
    void unblocked();

    /** A try got no lock, and another follows. */
    void retrying(LockRetry retry);

    /** A session that was in the way was ended, or could not be; told on another thread. */
    void ended(BlockerEnding ending);
}
