package dev.migrations.database;

import dev.migrations.drift.FingerprintQuery;
import dev.migrations.drift.NamePattern;
import dev.migrations.history.MigrationHistory;
import dev.migrations.migration.MigrationSet;
import dev.migrations.plan.PlannedStep;
import dev.migrations.plan.PlannedStep.Beginning;
import dev.migrations.script.PostgresDuration;
import dev.migrations.script.SqlScript;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does single steps of a plan on one session, under the lock. */
public final class StepRunner implements Steps {

    private static final Logger log = LoggerFactory.getLogger(StepRunner.class);

    private final Session session;
    private final HistoryTable table;
    private final MigrationLock lock;
    private final LockRetries retries;
    private final ServerListener listener;
    private final Duration ownTimeout;
    private Tries tries;
    private SideTables beside = new SideTables(false, false, false);

    /**
     * A runner for as long as the lock is held.
     *
     * @param retries  try again what gets no lock
     * @param listener hears what the server says
     */
    public StepRunner(
            Session session, HistoryTable table, MigrationLock lock, LockRetries retries, ServerListener listener) {
        this.session = session;
        this.table = table;
        this.lock = lock;
        this.retries = retries;
        this.tries = retries;
        this.listener = listener;
        this.ownTimeout =
                PostgresDuration.parse(session.facts().statementTimeout()).orElse(Duration.ZERO);
    }

    /**
     * The history as it is under the lock, in a table that exists from now on.
     *
     * @param set what may be run
     * @throws HistoryTableException if the database takes no changes, or the role may not make the table
     */
    public MigrationHistory prepare(HistoryTable.DownScripts downs, MigrationSet set) {
        var facts = session.facts();
        if (facts.inRecovery() || facts.readOnly()) {
            throw new HistoryTableException(HistoryProblems.readOnly(facts));
        }
        var needed = SideTables.neededBy(set);
        table.create(session, needed);
        beside = needed.or(facts.beside());
        return reload(downs);
    }

    /** The history as it is now. */
    public MigrationHistory reload(HistoryTable.DownScripts downs) {
        return table.reload(session, downs, beside);
    }

    @Override
    public List<SegmentResult> apply(PlannedStep.Apply step, Limits limits, Commit commit) {
        lock.check();
        var migration = step.migration();
        var down = migration.down().map(SqlScript::text).orElse(null);
        var progress = new ApplyProgress(table.name(), migration, down, step.resumed());
        if (migration.backfill().isPresent()) {
            var registration = new BackfillRegistration(table.name(), migration);
            tries.run(
                    migration.up().name(),
                    limitsHere(limits),
                    limitsOfTry -> registration.run(session, progress, limitsOfTry, commit));
            return List.of();
        }
        return new ScriptRun(session, migration.up(), progress, limitsHere(limits), commit, tries, listener)
                .run(step.segmentsDone(), step.beginning());
    }

    @Override
    public List<SegmentResult> rollBack(PlannedStep.RollBack step, Limits limits, Commit commit) {
        lock.check();
        var resumed = step.applied().isInterrupted();
        var progress = new RollBackProgress(table.name(), step.applied().version(), beside, resumed);
        return new ScriptRun(session, step.down(), progress, limitsHere(limits), commit, tries, listener)
                .run(step.segmentsDone(), resumed ? Beginning.AFTER_CUT_OFF : Beginning.FRESH);
    }

    @Override
    public List<SegmentResult> applyRepeatable(PlannedStep.ApplyRepeatable step, Limits limits, Commit commit) {
        lock.check();
        var repeatable = step.repeatable();
        var progress = new RepeatableProgress(table.name(), repeatable);
        return new ScriptRun(session, repeatable.script(), progress, limitsHere(limits), commit, tries, listener)
                .run(0, Beginning.FRESH);
    }

    @Override
    public void declare(PlannedStep.Declare step) {
        lock.check();
        var down = Optional.ofNullable(step.down()).map(SqlScript::text).orElse(null);
        change(new HistoryEdit(table.name(), beside).declare(step, down));
    }

    @Override
    public void declareRepeatable(PlannedStep.DeclareRepeatable step) {
        lock.check();
        change(new HistoryEdit(table.name(), beside).declareRepeatable(step));
    }

    @Override
    public void forget(PlannedStep.Forget step) {
        lock.check();
        change(new HistoryEdit(table.name(), beside).forget(step.applied().version()));
    }

    @Override
    public void together(Runnable steps) {
        retries.runTogether(shared -> {
            tries = shared;
            steps.run();
            commit();
        });
        tries = retries;
    }

    /** Keeps a fingerprint of what the run has left; a role that may not goes without. */
    public void keepFingerprint(FingerprintQuery query, List<NamePattern> ignored) {
        try {
            FingerprintTable.of(session, table.name(), beside).keep(query, ignored);
        } catch (DatabaseUnreachableException e) {
            log.info(
                    "No fingerprint of {} was kept ({}), so `migrations drift --quick` cannot tell; `fingerprint: false`"
                            + " in migration.yaml spares the attempt",
                    session.facts().database(),
                    e.problems().get(0).message());
        }
    }

    /** Where nobody says how long a statement may run, the role or the database may. */
    private Limits limitsHere(Limits limits) {
        return limits.statementTimeout() == null ? limits.below(ownTimeout) : limits;
    }

    private void commit() {
        try {
            session.commit();
        } catch (SQLException e) {
            session.rollBack();
            throw Failures.sharedCommit(e);
        }
    }

    private void change(Pipeline edit) {
        try {
            session.sendInTransaction(edit, this::tell);
        } catch (Pipeline.FailedAtException e) {
            session.rollBack();
            throw new DatabaseUnreachableException(PostgresError.of(e.failure()), e.failure());
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private void tell(SQLWarning warning) {
        listener.noticed(ServerNotice.of(warning));
    }
}
