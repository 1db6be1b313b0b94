package dev.migrations.trace;

import dev.migrations.rule.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * A lock that a statement took anew; a transaction keeps it until its end.
 *
 * @param relation what is locked; of an index or a TOAST table, the table that it belongs to
 * @param mode     how
 * @param index    the index, where the lock is on one; reads of its table wait for it as well, for the planner looks at
 *                 every index of a table (PostgreSQL manual, REINDEX); else null
 */
public record HeldLock(
        TracedRelation relation, LockMode mode, @Nullable String index) {

    /** A lock on the relation itself. */
    public static HeldLock on(TracedRelation relation, LockMode mode) {
        return new HeldLock(relation, mode, null);
    }

    /** For a line: {@code ACCESS EXCLUSIVE orders}. */
    @Override
    public String toString() {
        return mode + " " + relation + (index == null ? "" : " (index " + index + ")");
    }
}
