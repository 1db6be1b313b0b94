package dev.migrations.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The table-level locks (PostgreSQL manual, 13.3.1), weakest first. */
public enum LockMode {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /**
     * By its name in {@code pg_locks}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LockMode ofServer(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.serverName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no lock mode " + name));
    }

    /** Whether two sessions cannot hold the two at once (table 13.2). */
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

    /** Whom it makes wait, for a sentence. */
    public String blocks() {
        if (blocksReads()) {
            return "reads and writes";
        }
        if (blocksWrites()) {
            return "writes";
        }
        return this == SHARE_UPDATE_EXCLUSIVE ? "schema changes and VACUUM" : "schema changes";
    }

    /** Whether a SELECT waits for it. */
    public boolean blocksReads() {
        return this == ACCESS_EXCLUSIVE;
    }

    /** Whether an INSERT, UPDATE or DELETE waits for it. */
    public boolean blocksWrites() {
        return compareTo(SHARE) >= 0;
    }

    /** What waits for it. */
    String blocked() {
        return blocksReads() ? "reads and writes" : "writes";
    }

    /** The mode of a LOCK statement: {@code ACCESS EXCLUSIVE}. */
    static Optional<LockMode> find(String words) {
        return Arrays.stream(values())
                .filter(mode -> mode.toString().equals(words))
                .findFirst();
    }

    /** As the server calls it in {@code pg_locks}: {@code AccessExclusiveLock}. */
    public String serverName() {
        var name = new StringBuilder();
        for (var word : name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.append("Lock").toString();
    }

    /** As the manual writes it: {@code ACCESS EXCLUSIVE}. */
    @Override
    public String toString() {
        return name().replace('_', ' ');
    }
}
