package dev.migrations.plan;

import dev.migrations.history.AppliedMigration;
import dev.migrations.history.MigrationHistory;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import dev.migrations.script.PostgresDuration;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of every refusal. */
final class Refusals {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withLocale(Locale.ROOT).withZone(ZoneOffset.UTC);

    private Refusals() {}

    static Problem changed(VersionState version, MigrationComparison comparison) {
        var row = version.row();
        var message = version.script().equals(row.script())
                ? version.script() + " has changed since it was applied on " + day(row) + "."
                : version.script() + " is not what was applied as version " + version.version() + " on " + day(row)
                        + ": that was " + row.script() + ".";
        return Problem.of(
                "changed-script",
                message,
                "restore the file, or put the change into a new migration, " + nextFile(version, comparison)
                        + "; if the change alters nothing, `repair` accepts the file as it is now.");
    }

    static Problem missing(VersionState version) {
        var row = version.row();
        return Problem.of(
                "missing-script",
                row.script() + " was applied on " + day(row) + ", and its file is not there.",
                "restore the file, or let `repair` forget version " + version.version() + ".");
    }

    static Problem interruptedAndMissing(VersionState version) {
        var row = version.row();
        return Problem.of(
                "missing-script",
                row.script() + " was interrupted on " + day(row) + " after " + segments(row)
                        + ", and its file is not there.",
                "restore the file, so that the rest of it can run; or undo by hand what it did, and let `repair` forget version "
                        + version.version() + ".");
    }

    static Problem notRepeatable(Migration migration) {
        return Problem.of(
                        "not-repeatable",
                        migration.up().name() + " says `run=always`, which only a repeatable can do.",
                        "name it R_" + migration.description() + ".sql, or take the directive out.")
                .at(new SourceLocation(migration.up().name(), 1, 1));
    }

    static Problem outOfOrder(VersionState version, VersionState applied, MigrationComparison comparison) {
        return Problem.of(
                "out-of-order",
                version.script() + " comes too late: version " + applied.version() + " (" + applied.description()
                        + ") is applied already.",
                "rename it to " + nextFile(version, comparison)
                        + ", or say `out-of-order: allow` in migration.yaml to run it now.");
    }

    static Problem unknownVersion(MigrationVersion version, MigrationComparison comparison) {
        var known = comparison.versions();
        return Problem.of(
                "unknown-version",
                "there is no version " + version + ", neither as a file nor in the history.",
                known.isEmpty()
                        ? "add the first migration, 001_<description>.up.sql."
                        : "take one between " + known.get(0).version() + " and "
                                + known.get(known.size() - 1).version() + ".");
    }

    /** It may be a slip, or meant: a version whose file is still to come. */
    static Problem forcedUnknown(MigrationVersion version, MigrationComparison comparison) {
        var unknown = unknownVersion(version, comparison);
        return Problem.of(
                unknown.code(),
                unknown.message(),
                "`force " + version + " --yes` does it all the same, if it is meant.");
    }

    static Problem noDown(VersionState version) {
        return Problem.of(
                "no-down",
                version.script() + " has no down script, so version " + version.version() + " cannot be undone.",
                "add " + downFile(version) + ", or undo it with a new migration.");
    }

    static Problem emptyDown(VersionState version, SqlScript down) {
        return Problem.of(
                "no-down",
                down.name() + " holds no statement, so version " + version.version() + " cannot be undone.",
                "write what undoes it; or `select 1;` if nothing has to be undone.");
    }

    static Problem belowBaseline(VersionState version) {
        return Problem.of(
                "below-baseline",
                "version " + version.version()
                        + " is part of the baseline: it was declared, not run, so it cannot be undone.",
                "stay at version " + version.version() + " or above.");
    }

    static Problem interruptedUp(VersionState version) {
        var row = version.row();
        return Problem.of(
                "interrupted",
                version.script() + " was interrupted on " + day(row) + " after " + segments(row) + ".",
                "run `up` first, which finishes it; or `force " + version.version()
                        + "` once the database is as if it had finished.");
    }

    static Problem interruptedRollback(VersionState version) {
        return Problem.of(
                "interrupted",
                "the rollback of " + version.script() + " was interrupted after " + segments(version.row()) + ".",
                "run `down 1` first, which finishes it; or `force " + version.version()
                        + "` once the database is as if it had not begun.");
    }

    static Problem editedWhileInterrupted(VersionState version) {
        return Problem.of(
                "interrupted-and-edited",
                version.script() + " was interrupted after " + segments(version.row())
                        + ", and what is done has been edited since.",
                "restore the part that is done; or bring the database to the end of the script by hand and run `force "
                        + version.version() + "`.");
    }

    static Problem notInOneTransaction(SqlScript script, Segment segment) {
        return Problem.of(
                        "not-in-one-transaction",
                        script.name() + " cannot share a transaction with the others, as `transaction: all` asks.",
                        "say `transaction: per-migration` in migration.yaml.")
                .at(segment.location());
    }

    static Problem hiddenLockTimeout(SqlScript script, Duration lockTimeout, Duration statementTimeout) {
        return Problem.of(
                        "hidden-lock-timeout",
                        script.name() + " would run with a statement-timeout of "
                                + PostgresDuration.write(statementTimeout) + " and a lock-timeout of "
                                + PostgresDuration.write(lockTimeout)
                                + ": a statement that waits for a lock would be ended as too slow, and not be tried again.",
                        "put `-- migrations: lock-timeout="
                                + PostgresDuration.write(half(statementTimeout))
                                + "` at the head of the file, or give it a longer statement-timeout.")
                .at(new SourceLocation(script.name(), 1, 1));
    }

    static Problem baselineOverHistory(MigrationVersion version, MigrationHistory history) {
        return Problem.of(
                "baseline-over-history",
                "the history has " + history.migrations().size() + " rows already, so a baseline at " + version
                        + " would contradict it.",
                "use `force " + version + "` to set the history to that version.");
    }

    private static Duration half(Duration timeout) {
        return Duration.ofMillis(Math.max(1, timeout.toMillis() / 2));
    }

    private static String segments(AppliedMigration row) {
        var done = row.segmentsDone();
        return done == 0 ? "no segment" : done == 1 ? "segment 1" : "segments 1 to " + done;
    }

    private static String nextFile(VersionState version, MigrationComparison comparison) {
        var digits = version.script().split("_", 2)[0].length();
        var next = comparison.versions().stream()
                .map(VersionState::version)
                .reduce((lower, higher) -> higher)
                .map(last -> last.value() + 1)
                .orElse(1L);
        return String.format(Locale.ROOT, "%0" + digits + "d", next) + "_" + version.description() + ".up.sql";
    }

    private static String downFile(VersionState version) {
        return version.script().endsWith(".up.sql")
                ? version.script().replaceFirst("\\.up\\.sql$", ".down.sql")
                : version.script().replaceFirst("\\.sql$", "_down.sql");
    }

    private static String day(AppliedMigration row) {
        return DAY.format(row.appliedAt());
    }
}
