package dev.migrations.rule;

import dev.migrations.script.QualifiedName;

/**
 * What a rule says that the server will do to a relation.
 *
 * @param relation the table, index or view that is locked
 * @param mode     at least this mode
 * @param cost     what is done while it is held
 */
public record LockClaim(QualifiedName relation, LockMode mode, Cost cost) {

    /** How long a statement holds its lock, beyond the wait for it. */
    public enum Cost {
        /** Only the catalogue changes. */
        INSTANT,
        /** All rows are read. */
        SCAN,
        /** All rows are written anew, and all indexes with them. */
        REWRITE,
        /** An index is built. */
        BUILD
    }
}
