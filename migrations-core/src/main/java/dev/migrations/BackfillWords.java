package dev.migrations;

import dev.migrations.history.Backfill;
import dev.migrations.migration.Migration;
import dev.migrations.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words for a backfill that did not come to its end. */
final class BackfillWords {

    private static final int ROWS_SHOWN = 10;

    private BackfillWords() {}

    /** Its rows, or what stopped it, with the place of what the server refused where this runner has heard it. */
    static Problem failed(Migration migration, Backfill backfill, Optional<Problem> heard) {
        var file = migration.up().name();
        var error =
                Optional.ofNullable(backfill.error()).map(text -> "\n" + text).orElse("");
        var message = backfill.failures().isEmpty()
                ? file + " has failed as a backfill; what it has done stays." + error
                : file + " could not do " + rows(backfill.failures().size())
                        + (backfill.error() == null ? "; the others are done." : ".") + error
                        + listed(backfill.failures());
        var problem = Problem.of(
                "backfill-failed",
                message,
                "correct what the server refused, then run `backfill retry " + backfill.version() + "`.");
        return heard.map(said -> new Problem(
                        problem.code(), message, problem.hint(), said.location(), said.excerpt(), said.sqlState()))
                .orElse(problem);
    }

    static Problem notComplete(Backfill backfill) {
        var state = backfill.state().name().toLowerCase(Locale.ROOT);
        return Problem.of(
                "backfill-not-complete",
                "backfill " + backfill.version() + " is " + state + ", so that what waits for it cannot go on.",
                "run `backfill resume " + backfill.version() + "`.");
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    private static String listed(List<String> rows) {
        var shown = rows.stream().limit(ROWS_SHOWN).map(row -> "\n  " + row).collect(Collectors.joining());
        return rows.size() > ROWS_SHOWN ? shown + "\n  and " + (rows.size() - ROWS_SHOWN) + " more" : shown;
    }
}
