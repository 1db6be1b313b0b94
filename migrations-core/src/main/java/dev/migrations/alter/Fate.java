package dev.migrations.alter;

/** What becomes of an object on the way. */
enum Fate {
    KEPT,
    ALTERED,
    MADE,
    DROPPED,
    /** Dropped and made anew, as what it is cannot be altered, or as something that it needs is dropped. */
    REMADE;

    boolean isDropped() {
        return this == DROPPED || this == REMADE;
    }

    boolean isMade() {
        return this == MADE || this == REMADE;
    }
}
