package dev.migrations.plan;

import dev.migrations.history.AppliedMigration;
import dev.migrations.history.AppliedMigration.State;
import dev.migrations.history.AppliedMigration.StoredDown;
import dev.migrations.history.AppliedRepeatable;
import dev.migrations.history.Backfill;
import dev.migrations.history.ForeignHistory;
import dev.migrations.history.ForeignMigration;
import dev.migrations.history.ForeignTool;
import dev.migrations.history.MigrationHistory;
import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationSet;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.migration.OutOfOrder;
import dev.migrations.migration.RepeatableMigration;
import dev.migrations.migration.TransactionMode;
import dev.migrations.script.ScriptSource;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files and rows for a plan, made of values alone. */
final class Situation {

    private static final String BACKFILL =
            "-- migrations: backfill table=t key=id\nupdate t set a = 1 where id between :from and :to;";

    private final List<Migration> files = new ArrayList<>();
    private final List<RepeatableMigration> repeatables = new ArrayList<>();
    private final List<AppliedMigration> rows = new ArrayList<>();
    private final List<AppliedRepeatable> repeated = new ArrayList<>();
    private final List<Backfill> backfills = new ArrayList<>();
    private OutOfOrder outOfOrder = OutOfOrder.REFUSE;
    private TransactionMode transaction = TransactionMode.PER_MIGRATION;

    /** A file with a down script. */
    Situation file(long version) {
        return file(version, "select " + version + ";");
    }

    /** A file with this text and a down script. */
    Situation file(long version, String text) {
        files.add(new Migration(
                new MigrationVersion(version),
                "m" + version,
                script("00" + version + "_m" + version + ".up.sql", text),
                Optional.of(script("00" + version + "_m" + version + ".down.sql", "select -" + version + ";"))));
        return this;
    }

    Situation fileWithoutDown(long version) {
        files.add(new Migration(
                new MigrationVersion(version),
                "m" + version,
                script("00" + version + "_m" + version + ".up.sql", "select " + version + ";"),
                Optional.empty()));
        return this;
    }

    Situation repeatable(String description, String text) {
        repeatables.add(new RepeatableMigration(description, script("R_" + description + ".sql", text)));
        return this;
    }

    /** A repeatable that ran as it is. */
    Situation repeated(String description, String text) {
        repeatable(description, text);
        repeated.add(new AppliedRepeatable(
                description,
                "R_" + description + ".sql",
                script("", text).checksum(),
                Instant.EPOCH,
                "app",
                Duration.ZERO));
        return this;
    }

    /** A row for what {@link #file(long)} makes. */
    Situation row(long version) {
        return row(version, "select " + version + ";", State.APPLIED, 0);
    }

    /** A row for a file with this text, of which so many segments are done. */
    Situation row(long version, String text, State state, int segmentsDone) {
        var script = script("00" + version + "_m" + version + ".up.sql", text);
        rows.add(new AppliedMigration(
                new MigrationVersion(version),
                "m" + version,
                script.name(),
                script.checksum(),
                state,
                Instant.parse("2026-03-02T12:00:00Z"),
                "app",
                Duration.ofMillis(7),
                script.segments().stream()
                        .limit(segmentsDone)
                        .map(Segment::checksum)
                        .toList(),
                StoredDown.NONE,
                "1"));
        return this;
    }

    /** A file that is a backfill, without a down script. */
    Situation backfill(long version) {
        files.add(new Migration(
                new MigrationVersion(version),
                "m" + version,
                script("00" + version + "_m" + version + ".up.sql", BACKFILL),
                Optional.empty()));
        return this;
    }

    /** The same, applied, and so far done. */
    Situation backfilled(long version, Backfill.State state) {
        backfills.add(new Backfill(
                new MigrationVersion(version),
                "t",
                List.of("id"),
                state,
                null,
                null,
                null,
                0,
                0,
                0,
                0,
                1_000,
                Duration.ZERO,
                null,
                false,
                null,
                null,
                List.of(),
                null));
        return backfill(version).row(version, BACKFILL, State.APPLIED, 0);
    }

    Situation outOfOrderAllowed() {
        outOfOrder = OutOfOrder.ALLOW;
        return this;
    }

    Situation inOneTransaction() {
        transaction = TransactionMode.ALL;
        return this;
    }

    MigrationPlan plan(MigrationTarget target) {
        var plain = FolderSettings.DEFAULT;
        var settings = new FolderSettings(
                plain.databases(),
                plain.schemaTable(),
                true,
                null,
                false,
                plain.naming(),
                outOfOrder,
                plain.locks(),
                null,
                transaction,
                plain.lint(),
                plain.drift());
        return MigrationPlan.of(
                MigrationSet.of(files, repeatables), MigrationHistory.of(rows, repeated, backfills), settings, target);
    }

    Adoption adopt(ForeignTool tool, ForeignMigration... theirs) {
        var comparison = MigrationComparison.of(
                MigrationSet.of(files, repeatables), MigrationHistory.of(rows, repeated), FolderSettings.DEFAULT);
        return Adoption.of(comparison, new ForeignHistory(tool, "public.theirs", List.of(theirs)));
    }

    private static SqlScript script(String name, String text) {
        return SqlScript.read(ScriptSource.ofText(name, text));
    }
}
