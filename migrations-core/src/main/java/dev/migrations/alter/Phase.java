package dev.migrations.alter;

/** When a statement runs, among those of other objects. */
enum Phase {
    /** Before anything else, dependents first: what stands in the way of a change, and what somebody may need the name of. */
    CLEAR,
    /** What is made and altered, each after what it mentions. */
    CHANGE,
    /** Partitions and their indexes, whose other halves are there by now. */
    ATTACH,
    /** Foreign keys, owned sequences, replica identities: what ties together what is there by now. */
    TIE,
    /** What nothing uses any more, dependents first. */
    SWEEP
}
