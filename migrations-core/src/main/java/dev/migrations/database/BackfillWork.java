package dev.migrations.database;

import dev.migrations.backfill.ServerSigns;
import dev.migrations.database.BatchResult.Outcome;
import dev.migrations.history.Backfill;
import dev.migrations.migration.Migration;
import dev.migrations.script.BackfillStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works on one backfill, batch by batch, on one session.
 *
 * <ol>
 *   <li>A batch is one transaction: it locks the backfill's row, reads the position, finds the next keys, runs the statement
 *       for them, and stores the new position. So a crash at any point loses nothing and repeats nothing.
 *   <li>The row's lock excludes every other runner during a batch, and a lease by the server's clock between two batches. A
 *       runner that dies loses the lock with its connection, and the lease seconds later.
 *   <li>Nothing is kept in the session, so that a pooler in transaction mode changes nothing.
 *   <li>The last key is fixed at the start: rows above it are newer than the backfill, and the application writes them right.
 * </ol>
 */
public final class BackfillWork {

    private final Session session;
    private final BackfillFrame frame;
    private final BackfillPage page;
    private final BackfillRow row;
    private final BackfillProgress progress;
    private final BackfillSigns signs;
    private final BoundStatement statement;
    private final BackfillFailures failures;
    private @Nullable BackfillPosition refusedAt;

    private BackfillWork(Session session, BackfillKey key, Migration migration, String runner, Limits limits) {
        this.session = session;
        this.frame = new BackfillFrame(session, migration, limits);
        this.page = new BackfillPage(session, key);
        this.row = new BackfillRow(session, migration, runner);
        this.progress = new BackfillProgress(session, row);
        this.signs = BackfillSigns.of(session, key);
        this.statement = new BoundStatement(BackfillStatement.read(migration.up()), key);
        this.failures = new BackfillFailures(migration.up(), statement, key);
    }

    /**
     * Prepares the work.
     *
     * @param runner a name that no other runner has
     * @throws StatementFailedException     if the table has no such key any more
     * @throws HistoryTableException        if the database takes no changes
     * @throws DatabaseUnreachableException if the connection is lost
     */
    public static BackfillWork on(Session session, Migration migration, String runner, Limits limits) {
        var directive = migration.backfill().orElseThrow(() -> new IllegalStateException("no backfill: " + migration));
        var facts = session.facts();
        if (facts.inRecovery() || facts.readOnly()) {
            throw new HistoryTableException(HistoryProblems.readOnly(facts));
        }
        try {
            var key = BackfillKey.read(session.connection(), migration.up(), directive);
            return new BackfillWork(session, key, migration, runner, limits);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    /** What the server shows of its load just now. */
    public ServerSigns signs() {
        return signs.read();
    }

    /** Holds the lease for a while without working, and says why; the row, unless it is not for this runner. */
    public Optional<Backfill> rest(String why, Duration atMost) {
        return row.rest(why, atMost);
    }

    /** Holds the lease, and goes on at once; the row, unless it is not for this runner. */
    public Optional<Backfill> hold() {
        return row.rest(null, Duration.ZERO);
    }

    /** Lets the next runner begin at once. */
    public void release() {
        row.release();
    }

    /**
     * Does the next batch.
     *
     * @param size   how many rows it takes
     * @param worked how long this runner has worked since the last one, to be added to the row
     * @param pause  how long it will rest after it
     */
    public BatchResult batch(int size, Duration worked, Duration pause) {
        var start = System.nanoTime();
        try {
            frame.enter();
            var turn = progress.lock();
            if (turn.outcome() != Outcome.DONE) {
                session.rollBack();
                return BatchResult.of(turn.outcome());
            }
            var position = turn.position();
            if (position.last() == null) {
                return BatchResult.done(kept(begin(pause)), 0, start);
            }
            return step(position, position.last(), new Step(size, worked, pause, start));
        } catch (SQLException e) {
            session.rollBack();
            return failures.besideStatement(e);
        } catch (RuntimeException e) {
            session.rollBack();
            throw e;
        }
    }

    private record Step(int size, Duration worked, Duration pause, long start) {}

    private BatchResult step(BackfillPosition position, List<String> last, Step step) throws SQLException {
        var retried = position.retry();
        var keys = retried != null
                ? Optional.of(new BackfillPage.Keys(1, retried, retried))
                : page.after(position.done(), last, step.size());
        if (keys.isEmpty()) {
            return BatchResult.done(kept(progress.finish()), 0, step.start());
        }
        var pipeline = new Pipeline();
        statement.add(pipeline, keys.get().from(), keys.get().to());
        long changed;
        try {
            changed = session.sendInTransaction(pipeline, notice -> {})[0];
        } catch (Pipeline.FailedAtException e) {
            session.rollBack();
            refusedAt = position;
            return failures.result(keys.get(), e.failure());
        }
        var advance = new BackfillProgress.Advance(
                retried == null ? keys.get().to() : null, keys.get().rows(), changed, step.size(), step.worked());
        try {
            return BatchResult.done(
                    kept(progress.advance(advance, step.pause())), keys.get().rows(), step.start());
        } catch (SQLException e) {
            // a deferred constraint or trigger speaks at the commit
            session.rollBack();
            refusedAt = position;
            return failures.result(keys.get(), e);
        }
    }

    /** An empty table has no last key, and nothing to do. */
    private Backfill begin(Duration pause) throws SQLException {
        var last = page.last();
        return last.isEmpty() ? progress.finish() : progress.begin(last.get(), page.estimatedRows(), pause);
    }

    private Backfill kept(Backfill written) throws SQLException {
        session.commit();
        return written;
    }

    /** Writes down a row that cannot be done, and goes on behind it; the batch that failed was this row alone. */
    public BatchResult passOver(BatchResult failed) {
        var start = System.nanoTime();
        try {
            frame.enter();
            var turn = progress.lock();
            if (turn.outcome() != Outcome.DONE) {
                session.rollBack();
                return BatchResult.of(turn.outcome());
            }
            if (!turn.position().equals(refusedAt)) {
                // another runner was here meanwhile, and may have come further
                session.rollBack();
                return BatchResult.of(Outcome.BUSY);
            }
            var passed = progress.passOver(
                    failed.last(), failures.row(failed), turn.position().retry() != null);
            return BatchResult.done(kept(passed), 1, start);
        } catch (SQLException e) {
            session.rollBack();
            return failures.besideStatement(e);
        }
    }

    /** Ends the backfill as failed, unless it is not for this runner. */
    public Optional<Backfill> fail(BatchResult hopeless) {
        return row.fail(failures.line(hopeless));
    }
}
