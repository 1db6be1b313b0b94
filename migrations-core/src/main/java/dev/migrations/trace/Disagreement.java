package dev.migrations.trace;

import dev.migrations.problem.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Where a lint finding and the trace do not say the same.
 *
 * @param place    the statement
 * @param kind     who is alone
 * @param relation which relation it is about
 * @param mode     the lock that one of them speaks of
 * @param work     for how long
 * @param rule     the rule that claims it; null where none does
 */
public record Disagreement(
        SourceLocation place,
        Kind kind,
        String relation,
        LockMode mode,
        Work work,
        @Nullable String rule) {

    /** Who is alone. */
    public enum Kind {
        /** Lint claims a lock or a rewrite that PostgreSQL did not show. */
        NOT_SEEN,
        /** PostgreSQL blocked reads or writes for longer than a moment, and lint did not say so. */
        NOT_MENTIONED
    }

    /** A sentence. */
    public String sentence() {
        var what = mode.sql() + " on " + relation + (work == Work.MOMENT ? "" : ", which it " + work.words());
        return kind == Kind.NOT_SEEN
                ? "lint (" + rule + ") expects " + what + "; the trace did not see it"
                : "the trace saw " + what + "; lint does not mention it";
    }
}
