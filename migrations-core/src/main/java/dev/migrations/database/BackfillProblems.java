package dev.migrations.database;

import dev.migrations.problem.Excerpt;
import dev.migrations.problem.Problem;
import dev.migrations.script.BackfillDirective;
import dev.migrations.script.SqlScript;
import java.util.List;

/** The words for a backfill whose table or key will not do. */
final class BackfillProblems {

    private BackfillProblems() {}

    static StatementFailedException noTable(SqlScript script, BackfillDirective directive) {
        return refused(
                script,
                directive,
                "there is no table " + shown(directive) + " for the backfill to go through.",
                "correct the name; a table outside the search path needs its schema, as in table=shop.users.");
    }

    static StatementFailedException notATable(SqlScript script, BackfillDirective directive) {
        return refused(
                script,
                directive,
                shown(directive) + " is no table, so that it has no key for the backfill to go by.",
                "name the table whose rows the backfill changes.");
    }

    static StatementFailedException noColumn(
            SqlScript script, BackfillDirective directive, String column, List<String> others) {
        return refused(script, directive, shown(directive) + " has no column " + column + ".", keys(directive, others));
    }

    static StatementFailedException nullable(
            SqlScript script, BackfillDirective directive, String column, List<String> others) {
        return refused(
                script,
                directive,
                shown(directive) + "." + column + " may be null, and a row without a key would be left out.",
                keys(directive, others));
    }

    static StatementFailedException noKey(SqlScript script, BackfillDirective directive, List<String> others) {
        return refused(
                script,
                directive,
                "no unique index of " + shown(directive) + " is just on (" + String.join(", ", directive.key())
                        + "), so that batches would have no bounds: partial, deferrable and descending ones do not count.",
                keys(directive, others));
    }

    private static String keys(BackfillDirective directive, List<String> others) {
        return others.isEmpty()
                ? "give " + shown(directive) + " a primary key: no key of it will do."
                : "write key=" + String.join(" or key=", others) + ".";
    }

    private static String shown(BackfillDirective directive) {
        var table = directive.table();
        return table.schema() == null ? table.name() : table.schema() + "." + table.name();
    }

    private static StatementFailedException refused(
            SqlScript script, BackfillDirective directive, String message, String hint) {
        var place = directive.location();
        var problem = Problem.of("backfill-key", message + " Nothing of " + script.name() + " was kept.", hint)
                .at(place);
        return new StatementFailedException(
                script.findLine(place.line())
                        .map(line -> problem.showing(new Excerpt(place.line(), place.column(), line)))
                        .orElse(problem),
                null);
    }
}
