package dev.migrations.plan;

/** What a version is, seen from its file and its history row together. */
public enum MigrationState {
    /** Applied, and its file is what was applied. */
    APPLIED,
    /** Not applied yet, above everything that is. */
    PENDING,
    /** Applied, and its file has another checksum now. */
    CHANGED,
    /** Applied, and its file is not there. */
    MISSING,
    /** Not applied, below a version that is. */
    OUT_OF_ORDER,
    /** Begun and not finished, in either direction; or still running, which only the lock can tell. */
    INTERRUPTED,
    /** Runs at this moment. */
    RUNNING,
    /** Declared to be there already. */
    BASELINE
}
