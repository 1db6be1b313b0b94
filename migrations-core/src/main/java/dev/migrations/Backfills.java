package dev.migrations;

import dev.migrations.backfill.Throttle;
import dev.migrations.database.BackfillTable;
import dev.migrations.database.BackfillTable.Wish;
import dev.migrations.database.BackfillWork;
import dev.migrations.database.HistoryTable;
import dev.migrations.database.HistoryTable.DownScripts;
import dev.migrations.database.Limits;
import dev.migrations.database.Session;
import dev.migrations.history.Backfill;
import dev.migrations.history.MigrationHistory;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationSet;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.MigrationComparison;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The front door to the backfills of one folder on one database. A migration whose head says {@code backfill} is applied by
 * {@link Migrator}, which runs nothing of it; its statement runs here, in batches, once for each row.
 *
 * <p>Any number of processes may run the same backfill: one works, and the others stand by. Ending one of them at any moment,
 * however roughly, loses nothing and repeats nothing.
 *
 * <pre>{@code
 * var backfills = Backfills.of(migrator);
 * backfills.run(); // returns when every row is done
 * }</pre>
 */
public final class Backfills {

    /** Short, so that a queue never builds up behind a batch that waits; it is tried again. */
    private static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(1);

    private final Migrator migrator;
    private final Throttle throttle;
    private final BackfillListener listener;

    private Backfills(Migrator migrator, Throttle throttle, BackfillListener listener) {
        this.migrator = migrator;
        this.throttle = throttle;
        this.listener = listener;
    }

    /** The backfills of a migrator's folder, on its database; its cancellation ends them too. */
    public static Backfills of(Migrator migrator) {
        return new Backfills(migrator, Throttle.DEFAULT, BackfillListener.NONE);
    }

    /** The same, which rest when this says so. */
    public Backfills throttle(Throttle when) {
        return new Backfills(migrator, when, listener);
    }

    /** The same, watched. */
    public Backfills listener(BackfillListener watcher) {
        return new Backfills(migrator, throttle, watcher);
    }

    /** How far each is; those that are not applied are left out. Needs only the right to read. */
    public BackfillReport status() {
        var start = System.nanoTime();
        return report(load().backfills(), start);
    }

    /**
     * Runs every backfill that is open, in the order of their versions, and returns when none is: a paused one is waited for.
     *
     * @throws BackfillFailedException                                 if one could not do all its rows
     * @throws dev.migrations.database.DatabaseUnreachableException    if the connection is lost; run it again
     */
    public BackfillReport run() {
        return run(backfill -> true);
    }

    /**
     * Runs one. See {@link #run()}.
     *
     * @throws dev.migrations.database.BackfillRefusedException if there is no such backfill
     */
    public BackfillReport run(MigrationVersion version) {
        try (var session = open()) {
            BackfillTable.of(session).get(version);
        }
        return run(backfill -> backfill.version().equals(version));
    }

    /** Nobody goes on with it until it is resumed. */
    public Backfill pause(MigrationVersion version) {
        return steer(Wish.PAUSE, version);
    }

    /** Somebody may go on with it: whoever runs it, or the next who does. */
    public Backfill resume(MigrationVersion version) {
        return steer(Wish.RESUME, version);
    }

    /** Nobody goes on with it; what is done stays. */
    public Backfill cancel(MigrationVersion version) {
        return steer(Wish.CANCEL, version);
    }

    /** The rows that could not be done are tried again by the next who runs it, and then what is left. */
    public Backfill retry(MigrationVersion version) {
        return steer(Wish.RETRY, version);
    }

    /**
     * Brings the database to a target, and runs the backfills that hold it back on the way. See {@link Migrator#migrate}.
     *
     * @throws BackfillFailedException if one of them could not do all its rows
     */
    public MigrationReport migrate(MigrationTarget target) {
        var report = migrator.migrate(target);
        while (report.heldBack() != null) {
            var heldBack = report.heldBack();
            heldBack.backfills().forEach(this::complete);
            var next = migrator.migrate(MigrationTarget.upTo(heldBack.last()));
            var results = new ArrayList<>(report.results());
            results.addAll(next.results());
            report = new MigrationReport(
                    report.folder(),
                    report.database(),
                    results,
                    List.of(),
                    report.duration().plus(next.duration()),
                    next.heldBack());
        }
        return report;
    }

    private void complete(MigrationVersion version) {
        var report = run(version);
        report.backfills().stream()
                .filter(backfill -> backfill.version().equals(version))
                .filter(backfill -> !backfill.isComplete())
                .findFirst()
                .ifPresent(backfill -> {
                    throw new BackfillFailedException(report, List.of(BackfillWords.notComplete(backfill)));
                });
    }

    private BackfillReport run(Predicate<Backfill> which) {
        var start = System.nanoTime();
        var set = migrator.folder().read();
        var problems = new ArrayList<Problem>();
        try (var session = open()) {
            var history = HistoryTable.of(session).load(session, DownScripts.LEFT_OUT);
            for (var backfill : history.backfills()) {
                if (which.test(backfill) && !isOver(backfill)) {
                    runnable(set, history, backfill)
                            .flatMap(migration -> run(session, migration, backfill))
                            .ifPresent(problems::add);
                }
            }
            var report = report(
                    HistoryTable.of(session).load(session, DownScripts.LEFT_OUT).backfills(), start);
            if (!problems.isEmpty()) {
                throw new BackfillFailedException(report, problems);
            }
            return report;
        }
    }

    /** Why it has failed, if it has. */
    private Optional<Problem> run(Session session, Migration migration, Backfill backfill) {
        if (backfill.state() == Backfill.State.FAILED) {
            return Optional.of(BackfillWords.failed(migration, backfill, Optional.empty()));
        }
        migrator.cancellation().watch(session);
        try {
            listener.started(migrator.folder().name(), migrator.database(), backfill);
            var work = BackfillWork.on(session, migration, name(), limits(migration));
            var runner = new BackfillRunner(BackfillTable.of(session), work, migration, backfill, throttle, watch());
            var end = runner.run();
            end.ifPresent(row -> listener.finished(migrator.folder().name(), migrator.database(), row));
            return end.filter(row -> row.state() == Backfill.State.FAILED)
                    .map(row -> BackfillWords.failed(migration, row, runner.failure()));
        } catch (MigrationException e) {
            throw migrator.cancellation().isRequested() ? CancelledException.of(e) : e;
        } finally {
            migrator.cancellation().forget(session);
        }
    }

    private static boolean isOver(Backfill backfill) {
        return backfill.state() == Backfill.State.COMPLETED || backfill.state() == Backfill.State.CANCELLED;
    }

    /** The file that a row belongs to, as it was applied; a newer release's is for that release to run. */
    private Optional<Migration> runnable(MigrationSet set, MigrationHistory history, Backfill backfill) {
        return MigrationComparison.of(set, history, migrator.folder().settings())
                .findApplied(backfill.version());
    }

    private BackfillRunner.Watch watch() {
        var folder = migrator.folder().name();
        var database = migrator.database();
        return new BackfillRunner.Watch(
                row -> listener.progressed(folder, database, row),
                (row, reason) -> listener.waiting(folder, database, row, reason),
                migrator.cancellation()::check);
    }

    private Limits limits(Migration migration) {
        var script = migration.up();
        var lock = Optional.ofNullable(script.directives().lockTimeout()).orElse(DEFAULT_LOCK_TIMEOUT);
        // a batch that got no lock is tried again by the runner, which says so
        return new Limits(lock, Duration.ZERO, migrator.folder().settings().statementTimeout(script));
    }

    private static String name() {
        return "process " + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    private Backfill steer(Wish wish, MigrationVersion version) {
        try (var session = open()) {
            return BackfillTable.of(session).steer(wish, version);
        }
    }

    private MigrationHistory load() {
        try (var session = open()) {
            return HistoryTable.of(session).load(session, DownScripts.LEFT_OUT);
        }
    }

    private Session open() {
        return Session.open(migrator.source(), migrator.folder().settings().schemaTable());
    }

    private BackfillReport report(List<Backfill> backfills, long start) {
        return new BackfillReport(
                migrator.folder().name(), migrator.database(), backfills, Duration.ofNanos(System.nanoTime() - start));
    }
}
