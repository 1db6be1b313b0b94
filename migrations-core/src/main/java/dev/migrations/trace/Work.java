package dev.migrations.trace;

import dev.migrations.rule.LockClaim;

/** How long a statement is at work on a relation, shortest first. */
public enum Work {
    /** Only the catalogue changes, however large the relation is. */
    MOMENT("changes"),
    /** Rows are inserted, updated or deleted. */
    ROWS("changes rows of"),
    /** Every row is read. */
    SCAN("reads every row of"),
    /** An index is built: every row is read, and sorted. */
    BUILD("builds an index of"),
    /** Every row and every index is written anew. */
    REWRITE("rewrites");

    private final String words;

    Work(String words) {
        this.words = words;
    }

    /** What lint means by a cost. */
    static Work of(LockClaim.Cost cost) {
        return switch (cost) {
            case INSTANT -> MOMENT;
            case SCAN -> SCAN;
            case BUILD -> BUILD;
            case REWRITE -> REWRITE;
        };
    }

    /** The verb of a sentence whose object is the relation. */
    public String words() {
        return words;
    }
}
