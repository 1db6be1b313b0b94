package dev.migrations.trace;

import dev.migrations.problem.SourceLocation;
import dev.migrations.rule.LockClaim;
import dev.migrations.rule.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * Where lint and the trace do not say the same.
 *
 * @param place    the statement
 * @param kind     who is alone
 * @param relation which relation it is about, as SQL
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
        /** Lint claims a lock, or work under it, that PostgreSQL did not show. */
        NOT_SEEN,
        /** PostgreSQL blocked reads or writes for longer than a moment, and no finding says so. */
        NOT_MENTIONED
    }

    static Disagreement notSeen(StatementTrace statement, LockClaim claim, String rule) {
        return new Disagreement(
                statement.place(),
                Kind.NOT_SEEN,
                claim.relation().toString(),
                claim.mode(),
                Work.of(claim.cost()),
                rule);
    }

    static Disagreement notMentioned(StatementTrace statement, Blocking blocking) {
        return new Disagreement(
                statement.place(),
                Kind.NOT_MENTIONED,
                blocking.lock().relation().toString(),
                blocking.lock().mode(),
                blocking.work(),
                null);
    }

    /** A sentence. */
    public String sentence() {
        var what = mode + " on " + relation + (work == Work.MOMENT ? "" : " (" + work.words() + " it)");
        return kind == Kind.NOT_SEEN
                ? "lint expects " + what + " by " + rule + ", and PostgreSQL did not show it"
                : "PostgreSQL took " + what + ", and lint does not say so";
    }
}
