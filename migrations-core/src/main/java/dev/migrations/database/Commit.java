package dev.migrations.database;

/** What ends a transactional segment. */
public enum Commit {
    /** A commit that is on disk when it returns, together with all before it. */
    DURABLE,
    /** A commit that the next durable one takes to disk: script and history row are lost or kept together. */
    ASYNCHRONOUS,
    /** None: the steps of the whole run share one transaction, which {@link Steps#together} ends. */
    LATER
}
