package dev.migrations.script;

import dev.migrations.problem.Problem;
import java.util.Locale;

/** What can be wrong with the script of a backfill, in words. */
final class BackfillProblems {

    private static final String EXAMPLE =
            "write for instance: update users set email_verified = false where id between :from and :to;";

    private BackfillProblems() {}

    static Problem noStatement() {
        return Problem.of("backfill-shape", "a backfill holds one statement, and this file has none", EXAMPLE);
    }

    static Problem secondStatement() {
        return Problem.of(
                "backfill-shape",
                "a backfill holds one statement, and this is a second one",
                "put it into a migration of its own");
    }

    static Problem notAboutRows(String word) {
        return Problem.of(
                "backfill-shape",
                "a backfill runs one INSERT, UPDATE, DELETE, MERGE, SELECT or WITH for each batch, not " + word,
                EXAMPLE);
    }

    static Problem unbounded(BackfillStatement.Bound bound) {
        var word = ":" + bound.name().toLowerCase(Locale.ROOT);
        return Problem.of(
                "backfill-shape",
                "the statement of a backfill never uses " + word + ", so each batch would go beyond its keys",
                EXAMPLE);
    }

    static Problem contradiction(String other) {
        return Problem.of(
                "backfill-shape",
                "a backfill cannot say `" + other + "`: each of its batches is a transaction, and is done once",
                "take `" + other + "` out");
    }
}
