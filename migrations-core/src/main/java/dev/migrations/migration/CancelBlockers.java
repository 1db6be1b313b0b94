package dev.migrations.migration;

/** Which sessions are ended when they keep a migration from a lock. */
public enum CancelBlockers {
    /** None: they are told of. */
    NONE,
    /** Those that have been idle in an open transaction for more than a second. */
    IDLE_IN_TRANSACTION
}
