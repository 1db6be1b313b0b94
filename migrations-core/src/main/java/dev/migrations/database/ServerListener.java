package dev.migrations.database;

/** Hears what the server says while scripts run, on the thread that runs them unless told otherwise. */
public interface ServerListener {

    /** Nobody hears it. */
    ServerListener NONE = new ServerListener() {
        @Override
        public void noticed(ServerNotice notice) {
            // nobody hears it
        }

        @Override
        public void answered(StatementProgress progress) {
            // nobody hears it
        }

        @Override
        public void blocked(LockWait wait) {
            // nobody hears it
        }

        @Override
        public void unblocked() {
            // nobody hears it
        }

        @Override
        public void retrying(LockRetry retry) {
            // nobody hears it
        }

        @Override
        public void ended(BlockerEnding ending) {
            // nobody hears it
        }
    };

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
