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
