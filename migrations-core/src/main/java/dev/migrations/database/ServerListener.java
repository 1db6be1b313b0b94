package dev.migrations.database;

/** Hears what the server says while scripts run, on the thread that runs them. */
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
    };

    /** Something beside an answer: a NOTICE or a WARNING. */
    void noticed(ServerNotice notice);

    /** A statement of a script is done, though maybe not kept yet. */
    void answered(StatementProgress progress);
}
