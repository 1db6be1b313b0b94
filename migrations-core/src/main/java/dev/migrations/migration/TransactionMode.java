package dev.migrations.migration;

/** How far a transaction reaches over a folder's pending migrations. */
public enum TransactionMode {
    /** Each migration commits by itself, together with its history row. */
    PER_MIGRATION,
    /** All pending migrations commit together, or none. */
    ALL
}
