package dev.migrations.trace;

import dev.migrations.problem.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who has only read a statement says that it will lock.
 *
 * @param place    in the statement
 * @param rule     who says so
 * @param schema   of the relation, as written; null where the search path decides
 * @param relation its name
 * @param mode     how it will be locked
 * @param cost     how long
 */
public record LockClaim(
        SourceLocation place, String rule, @Nullable String schema, String relation, LockMode mode, Work cost) {

    boolean isAbout(TracedRelation traced) {
        return traced.name().equals(relation) && (schema == null || schema.equals(traced.schema()));
    }

    boolean isAbout(StatementTrace statement) {
        return place.file().equals(statement.place().file())
                && place.line() >= statement.place().line()
                && place.line() <= statement.lastLine();
    }
}
