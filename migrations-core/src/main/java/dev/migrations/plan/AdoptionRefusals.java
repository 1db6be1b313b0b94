package dev.migrations.plan;

import dev.migrations.history.ForeignHistory;
import dev.migrations.history.ForeignMigration;
import dev.migrations.history.ForeignTool;
import dev.migrations.history.MigrationHistory;
import dev.migrations.problem.Problem;
import java.util.Locale;

/** The words of every reason against taking over a history. */
final class AdoptionRefusals {

    private AdoptionRefusals() {}

    static Problem nothingApplied(ForeignHistory theirs) {
        return Problem.of(
                "nothing-to-adopt",
                theirs.tool().title() + " has applied nothing here: " + theirs.table() + " says so.",
                "run `up`.");
    }

    static Problem overHistory(MigrationHistory existing, ForeignHistory theirs) {
        return Problem.of(
                "adopt-over-history",
                "the history here has " + existing.migrations().size() + " rows already, so that of "
                        + theirs.tool().title() + " would contradict it.",
                existing.last()
                        .map(last -> "look at `status`; `force " + last + "` sets the history to one version by hand.")
                        .orElse("look at `status`."));
    }

    static Problem failed(ForeignMigration row, ForeignHistory theirs) {
        var next =
                switch (theirs.tool()) {
                    case GOLANG_MIGRATE ->
                        "bring the schema to the state of one version by hand, tell golang-migrate with `migrate force "
                                + row.version() + "`, then run `adopt` again.";
                    case FLYWAY -> "undo what it left, run `flyway repair`, then run `adopt` again.";
                    case LIQUIBASE, DBMATE, GOOSE ->
                        "bring it to its end with " + theirs.tool().title() + ", then run `adopt` again.";
                };
        return Problem.of(
                "foreign-failed",
                row.name() + " has not ended well under " + theirs.tool().title()
                        + ", or still runs, so nobody knows what of it is there.",
                next);
    }

    static Problem noFile(ForeignMigration row, ForeignHistory theirs) {
        return Problem.of(
                "foreign-without-file",
                theirs.tool().title() + " has applied " + row.name() + ", and no file here is it.",
                fileHint(row, theirs.tool()));
    }

    static Problem ambiguous(ForeignMigration row, ForeignHistory theirs) {
        return Problem.of(
                "foreign-ambiguous",
                theirs.tool().title() + " has applied " + row.name()
                        + ", and its words are those of several files here, or of several rows there.",
                "give the files words of their own; or run `force <version>` with the number of the last file here that is"
                        + " applied.");
    }

    static Problem unplacedBaseline(ForeignMigration row, ForeignHistory theirs) {
        return Problem.of(
                "foreign-baseline",
                theirs.tool().title() + " has a baseline at " + row.version()
                        + ", and numbers with dots are others here.",
                "run `force <version>` with the number of the last file here that is applied.");
    }

    private static String fileHint(ForeignMigration row, ForeignTool tool) {
        var convert =
                switch (tool) {
                    case FLYWAY, DBMATE, GOOSE -> " (`convert --from " + tool.word() + "` brings a whole directory)";
                    case GOLANG_MIGRATE, LIQUIBASE -> "";
                };
        var words = row.description().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        var description = words.isEmpty() ? "<description>" : words;
        return row.isNumbered()
                ? "add it as " + String.format(Locale.ROOT, "%03d", Long.parseLong(row.version())) + "_" + description
                        + ".up.sql" + convert + "."
                : "add it as <version>_" + description + ".up.sql" + convert + ".";
    }
}
