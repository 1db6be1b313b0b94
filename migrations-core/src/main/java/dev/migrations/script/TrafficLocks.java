package dev.migrations.script;

/**
 * Tells which statements that stand alone ask for a lock behind which other sessions' reads or writes queue up.
 *
 * <p>A concurrent build, rebuild or drop takes no more than {@code SHARE UPDATE EXCLUSIVE} and waits for transactions, not
 * for tables; a plain {@code VACUUM} too. A concurrent detach ends with {@code ACCESS EXCLUSIVE} on the partition (PostgreSQL
 * manual, ALTER TABLE; 13.3, Explicit Locking).
 */
final class TrafficLocks {

    private TrafficLocks() {}

    static boolean areTakenBy(SqlStatement statement) {
        return switch (statement.command().keywords()) {
            case "ALTER TABLE DETACH PARTITION CONCURRENTLY",
                    "ALTER DATABASE SET TABLESPACE",
                    "CLUSTER",
                    "DROP DATABASE",
                    "REINDEX",
                    "REINDEX SCHEMA",
                    "REINDEX DATABASE",
                    "REINDEX SYSTEM",
                    "REPACK" -> true;
            case "VACUUM" -> isFull(LeadingTokens.all(statement.text()));
            default -> false;
        };
    }

    private static boolean isFull(LeadingTokens tokens) {
        return tokens.is(1, "FULL") || CommandOptions.isOn(tokens, 1, "FULL");
    }
}
