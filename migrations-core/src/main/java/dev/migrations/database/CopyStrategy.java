package dev.migrations.database;

/** How {@code CREATE DATABASE} copies a template, from PostgreSQL 15 on; before, it is always file by file. */
public enum CopyStrategy {
    /** File by file, between two checkpoints: in most cases the faster one for a small database on an idle server. */
    FILE_COPY,
    /** Block by block, through the WAL: spares a large and busy server the checkpoints. */
    WAL_LOG;

    private static final int POSTGRES_15 = 150_000;

    String clause(int serverVersion) {
        return serverVersion < POSTGRES_15
                ? ""
                : switch (this) {
                    case FILE_COPY -> " strategy file_copy";
                    case WAL_LOG -> " strategy wal_log";
                };
    }
}
