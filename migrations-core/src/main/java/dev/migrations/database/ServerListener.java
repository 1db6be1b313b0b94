package dev.migrations.database;

/** Hears what the server says while scripts run, on the thread that runs them. */
public interface ServerListener {

    /** Something beside an answer: a NOTICE or a WARNING. */
    void noticed(ServerNotice notice);

    /** A statement of a script is done, though maybe not kept yet. */
    void answered(StatementProgress progress);
}
