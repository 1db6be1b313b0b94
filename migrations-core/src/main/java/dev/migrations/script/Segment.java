package dev.migrations.script;

import dev.migrations.problem.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * A run of statements that share one transaction, or one statement that must stand alone.
 *
 * @param index            the segment's number in its script, from 0
 * @param kind             how it runs
 * @param firstStatement   the index of its first statement
 * @param endStatement     the index after its last statement
 * @param location         where its first statement starts
 * @param checksum         SHA-256, hex, of its statements' text over normalised line endings: tells whether a segment that
 *                         is already done has been edited
 * @param transactionModes what followed a written {@code BEGIN}, such as {@code isolation level serializable}; else empty
 */
public record Segment(
        int index,
        Kind kind,
        int firstStatement,
        int endStatement,
        SourceLocation location,
        String checksum,
        String transactionModes) {

    /** How a segment runs. */
    public enum Kind {
        /** In one transaction, together with its history row. */
        TRANSACTIONAL,
        /** One statement outside any transaction block, because PostgreSQL refuses it inside one. */
        STANDS_ALONE
    }

    /** How many statements it holds. */
    public int statementCount() {
        return endStatement - firstStatement;
    }

    /** The segment that keeps a script from being one transaction, if there is one. */
    public static Optional<Segment> firstOutsideOneTransaction(List<Segment> segments) {
        return segments.stream()
                .filter(segment -> segment.kind == Kind.STANDS_ALONE || segment.index > 0)
                .findFirst();
    }
}
