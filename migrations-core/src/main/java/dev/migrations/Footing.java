package dev.migrations;

import dev.migrations.catalog.RepeatedReading;
import dev.migrations.database.HistoryTable;
import dev.migrations.database.MigrationLock;
import dev.migrations.database.Session;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationSet;
import dev.migrations.migration.RepeatableMigration;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.plan.PlannedStep;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.scratch.ScratchDatabase;
import java.time.Duration;
import java.util.List;

/** A scratch database at some version, on which the next one is tried. */
final class Footing implements AutoCloseable {

    /** Nobody else is there; only a run that was killed just now may still be. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ScratchDatabase scratch;
    private final Session session;
    private final MigrationLock lock;
    private final ScratchRun run;
    private final OwnTables own;
    private final RepeatedReading reading;
    private final Cancellation cancellation;

    private Footing(ScratchDatabase scratch, Session session, MigrationFolder folder, Cancellation cancellation) {
        this.scratch = scratch;
        this.session = session;
        this.lock = MigrationLock.acquire(scratch.source(), session, PATIENCE, holder -> {});
        this.run = new ScratchRun(folder, scratch.source(), session, lock);
        this.own = OwnTables.of(HistoryTable.of(session));
        this.reading = RepeatedReading.of(scratch.source());
        this.cancellation = cancellation;
        cancellation.watch(session);
    }

    /** At no version yet, on a database that goes when this is closed. */
    static Footing on(ScratchDatabase scratch, MigrationFolder folder, Cancellation cancellation) {
        try {
            var session = Session.open(scratch.source(), folder.settings().schemaTable());
            return new Footing(scratch, session, folder, cancellation);
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    String database() {
        return scratch.name();
    }

    /** Applies what is pending of these. */
    void up(List<Migration> migrations, List<RepeatableMigration> repeatables) throws MigrationRunner.Stopped {
        run.bringUp(MigrationSet.of(migrations, repeatables));
        if (migrations.stream().anyMatch(migration -> migration.backfill().isPresent())) {
            run.runBackfills();
        }
    }

    /** Undoes the last of these. */
    void down(List<Migration> migrations) throws MigrationRunner.Stopped {
        run.run(MigrationSet.of(migrations, List.of()), MigrationTarget.down(1));
    }

    /** Runs one that has run before. */
    void again(RepeatableMigration repeatable) throws MigrationRunner.Stopped {
        var step = new PlannedStep.ApplyRepeatable(repeatable, PlannedStep.Occasion.ALWAYS);
        run.run(new MigrationPlan(List.of(step), List.of()));
    }

    /** What it is made of now. */
    SchemaSnapshot look() {
        cancellation.check();
        return own.leftOutOf(reading.read());
    }

    /** Leaves the database as it is, with nobody connected to it. */
    void disconnect() {
        cancellation.forget(session);
        reading.close();
        run.close();
        lock.close();
        session.close();
    }

    @Override
    public void close() {
        try (scratch) {
            disconnect();
        }
    }
}
