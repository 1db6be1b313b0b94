package dev.migrations.trace;

import java.util.Arrays;

/** The table-level lock modes, weakest first (PostgreSQL manual, "Explicit Locking", table 13.2). */
public enum LockMode {
    /** {@code SELECT}. */
    ACCESS_SHARE("AccessShareLock"),
    /** {@code SELECT … FOR UPDATE}. */
    ROW_SHARE("RowShareLock"),
    /** {@code INSERT}, {@code UPDATE}, {@code DELETE}. */
    ROW_EXCLUSIVE("RowExclusiveLock"),
    /** {@code VACUUM}, {@code ANALYZE}, {@code CREATE INDEX CONCURRENTLY}, {@code VALIDATE CONSTRAINT}. */
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock"),
    /** {@code CREATE INDEX}. */
    SHARE("ShareLock"),
    /** {@code CREATE TRIGGER}, {@code ADD FOREIGN KEY}. */
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock"),
    /** {@code REFRESH MATERIALIZED VIEW CONCURRENTLY}. */
    EXCLUSIVE("ExclusiveLock"),
    /** {@code DROP}, {@code TRUNCATE}, {@code VACUUM FULL} and most of {@code ALTER TABLE}. */
    ACCESS_EXCLUSIVE("AccessExclusiveLock");

    private final String serverName;

    LockMode(String serverName) {
        this.serverName = serverName;
    }

    /** By the name that {@code pg_locks} shows, such as {@code AccessShareLock}. */
    public static LockMode ofServer(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.serverName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no lock mode " + name));
    }

    /** Whether two sessions cannot hold the two at once. */
    public boolean conflictsWith(LockMode other) {
        return other.compareTo(weakestConflict()) >= 0 && !(this == SHARE && other == SHARE);
    }

    private LockMode weakestConflict() {
        return switch (this) {
            case ACCESS_SHARE -> ACCESS_EXCLUSIVE;
            case ROW_SHARE -> EXCLUSIVE;
            case ROW_EXCLUSIVE -> SHARE;
            case SHARE_UPDATE_EXCLUSIVE -> SHARE_UPDATE_EXCLUSIVE;
            case SHARE, SHARE_ROW_EXCLUSIVE -> ROW_EXCLUSIVE;
            case EXCLUSIVE -> ROW_SHARE;
            case ACCESS_EXCLUSIVE -> ACCESS_SHARE;
        };
    }

    /** Whether a plain {@code SELECT} waits. */
    public boolean blocksReads() {
        return conflictsWith(ACCESS_SHARE);
    }

    /** Whether {@code INSERT}, {@code UPDATE} and {@code DELETE} wait. */
    public boolean blocksWrites() {
        return conflictsWith(ROW_EXCLUSIVE);
    }

    /** Whom it makes wait, for a sentence. */
    public String blocks() {
        if (blocksReads()) {
            return "reads and writes";
        }
        if (blocksWrites()) {
            return "writes";
        }
        return conflictsWith(SHARE_UPDATE_EXCLUSIVE) ? "schema changes and VACUUM" : "schema changes";
    }

    /** As SQL writes it. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
