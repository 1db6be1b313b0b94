package dev.migrations.trace;

/** How long a statement is at work on a relation, shortest first. */
public enum Work {
    /** Only the catalogue changes, however large the relation is. */
    MOMENT("for a moment"),
    /** Rows are inserted, updated or deleted. */
    ROWS("while it changes rows of"),
    /** Every row is read. */
    SCAN("while it reads every row of"),
    /** An index is built: every row is read, and sorted. */
    BUILD("while it builds an index of"),
    /** Every row and every index is written anew. */
    REWRITE("while it rewrites");

    private final String words;

    Work(String words) {
        this.words = words;
    }

    /** For a sentence; all but the first go on with the relation. */
    public String words() {
        return words;
    }
}
