package dev.migrations.trace;

import dev.migrations.problem.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Whom a statement keeps waiting, and for how long: what it is at work on until its transaction ends, itself and the
 * statements behind it.
 *
 * @param lock      that others wait for
 * @param work      the longest that is done while it is held
 * @param on        the relation that this is done to; null for {@link Work#MOMENT}
 * @param during    the statement that does it; null where it is the one that took the lock
 */
public record Blocking(
        HeldLock lock,
        Work work,
        @Nullable TracedRelation on,
        @Nullable SourceLocation during) {

    /** Whether reads or writes wait for longer than a moment. */
    public boolean isLong() {
        return lock.mode().blocksWrites() && work != Work.MOMENT;
    }
}
