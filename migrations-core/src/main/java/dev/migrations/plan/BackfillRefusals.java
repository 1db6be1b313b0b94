package dev.migrations.plan;

import dev.migrations.migration.Migration;
import dev.migrations.problem.Problem;
import dev.migrations.script.RequiredBackfill;
import dev.migrations.script.SqlScript;
import java.util.Optional;

/** The words of every refusal that is about backfills. */
final class BackfillRefusals {

    private BackfillRefusals() {}

    static Problem laterVersion(Migration migration, RequiredBackfill required) {
        return Problem.of(
                        "required-backfill",
                        migration.up().name() + " requires backfill " + required.version()
                                + ", which does not come before it.",
                        "give the one that waits the higher version.")
                .at(required.location());
    }

    static Problem unknownVersion(Migration migration, RequiredBackfill required, MigrationComparison comparison) {
        return Problem.of(
                        "required-backfill",
                        migration.up().name() + " requires backfill " + required.version()
                                + ", and there is no such version.",
                        backfillsOf(comparison))
                .at(required.location());
    }

    static Problem noBackfill(VersionState named, RequiredBackfill required, MigrationComparison comparison) {
        return Problem.of(
                        "required-backfill",
                        required.location().file() + " requires backfill " + required.version() + ", and "
                                + named.script() + " is none.",
                        backfillsOf(comparison))
                .at(required.location());
    }

    private static String backfillsOf(MigrationComparison comparison) {
        var backfills = comparison.set().migrations().stream()
                .filter(migration -> migration.backfill().isPresent())
                .map(migration -> migration.up().name())
                .toList();
        return backfills.isEmpty()
                ? "say `-- migrations: backfill table=… key=…` in the head of the backfill, or take the requirement out."
                : "name one of " + String.join(", ", backfills) + ", or take the requirement out.";
    }

    /** Only an up script may be a backfill, or wait for one. */
    static Optional<Problem> misplaced(SqlScript script) {
        var directives = script.directives();
        var location = directives.backfill() != null
                ? directives.backfill().location()
                : directives.requiresBackfill().stream()
                        .map(RequiredBackfill::location)
                        .findFirst()
                        .orElse(null);
        return Optional.ofNullable(location).map(place -> Problem.of(
                        "not-an-up-script",
                        script.name() + " speaks of a backfill, which only the up script of a version can do.",
                        "take the directive out.")
                .at(place));
    }
}
