package dev.migrations.database;

import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationSet;
import dev.migrations.plan.HeldBack;
import dev.migrations.plan.PlannedStep;
import dev.migrations.script.SqlScript;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what {@link StepRunner} sends, as a script for psql with the same result. The lock is one of the session here,
 * because psql has but one; it excludes every runner all the same.
 */
public final class StepListing implements Steps {

    private static final String HEAD = """
            -- Run it with: psql -X -v ON_ERROR_STOP=1 -f <this file>
            -- on a connection of its own: a pooler in transaction mode would keep its lock after a failure.
            \\set ON_ERROR_STOP on
            \\set AUTOCOMMIT on
            \\set QUIET on
            \\encoding UTF8
            """;

    private static final String REFUSE_IF_LOCKED = """
            \\if :migrations_locked
            \\else
            do $$ begin raise exception 'another runner is at work on this history'; end $$;
            \\endif""";

    /** What a driver asks for when it connects, such as its time zone, psql does not. */
    private static final String SELECT_CLIENT_SETTINGS = """
            select json_object_agg(name, current_setting(name))
            from pg_catalog.pg_settings
            where source in ('client', 'session') and name <> 'application_name'
              and name !~ '^(transaction_.*|role|session_authorization|seed)$'""";

    private final SessionFacts facts;
    private final HistoryTable table;
    private final PsqlText out;
    private SideTables beside = new SideTables(false, false, false);

    private StepListing(SessionFacts facts, HistoryTable table, PsqlText out) {
        this.facts = facts;
        this.table = table;
        this.out = out;
    }

    /**
     * Writes what comes before the first step.
     *
     * @param set what may be run
     * @throws java.io.UncheckedIOException if the output does not take it
     */
    public static StepListing begin(Session session, MigrationSet set, Appendable out) {
        var facts = session.facts().withSettings(clientSettings(session));
        var listing = new StepListing(facts, HistoryTable.of(session), new PsqlText(out));
        listing.head(session, SideTables.neededBy(set));
        return listing;
    }

    private static String clientSettings(Session session) {
        try (var statement = session.connection().createStatement();
                var rows = statement.executeQuery(SELECT_CLIENT_SETTINGS)) {
            rows.next();
            return Optional.ofNullable(rows.getString(1)).orElse("{}");
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private void head(Session session, SideTables needed) {
        out.line(HEAD);
        var enter = new Pipeline();
        new SessionReset(facts).add(enter, false);
        out.statements(enter);
        lock();
        var missing = table.missing(session, needed);
        if (missing.size() > 0) {
            out.begin();
            out.statements(missing);
            out.commit();
        }
        beside = needed.or(facts.beside());
    }

    /** Before each script again, because the end of a script lets go of every lock of the session. */
    private void lock() {
        out.line("select pg_try_advisory_lock(" + RunnerName.of(facts.table()).key() + ") as migrations_locked \\gset");
        out.line(REFUSE_IF_LOCKED);
    }

    /** Writes what comes after the last step. */
    public void end(boolean empty) {
        out.line(empty ? "\n-- nothing to do" : "");
        out.statement("select pg_advisory_unlock_all()");
    }

    @Override
    public List<SegmentResult> apply(PlannedStep.Apply step, Limits limits, Commit commit) {
        var migration = step.migration();
        var down = migration.down().map(SqlScript::text).orElse(null);
        var progress = new ApplyProgress(table.name(), migration, down, step.resumed());
        if (migration.backfill().isPresent()) {
            register(migration, progress, commit);
            return List.of();
        }
        return listing(migration.up(), progress, limits, commit).write(step.segmentsDone(), step.resumed());
    }

    @Override
    public List<SegmentResult> rollBack(PlannedStep.RollBack step, Limits limits, Commit commit) {
        var resumed = step.applied().isInterrupted();
        var progress = new RollBackProgress(table.name(), step.applied().version(), beside, resumed);
        return listing(step.down(), progress, limits, commit).write(step.segmentsDone(), resumed);
    }

    @Override
    public List<SegmentResult> applyRepeatable(PlannedStep.ApplyRepeatable step, Limits limits, Commit commit) {
        var repeatable = step.repeatable();
        var progress = new RepeatableProgress(table.name(), repeatable);
        return listing(repeatable.script(), progress, limits, commit).write(0, false);
    }

    /** The batches depend on what the table holds, so that no script can say them beforehand. */
    private void register(Migration migration, ApplyProgress progress, Commit commit) {
        out.line("\n-- " + migration.up().name()
                + ": noted here; its statement runs in batches, by `migrations backfill run`");
        lock();
        var pipeline = new Pipeline();
        new BackfillRegistration(table.name(), migration).add(pipeline, progress);
        out.begin();
        out.statements(pipeline);
        if (commit != Commit.LATER) {
            out.commit();
        }
    }

    /** Writes what stays behind. */
    public void heldBack(HeldBack heldBack) {
        out.line("\n-- " + heldBack.sentence());
    }

    private ScriptListing listing(SqlScript script, Progress progress, Limits limits, Commit commit) {
        out.line("\n-- " + script.name());
        lock();
        return new ScriptListing(out, script, progress, new ScriptFrame(facts, script.name(), limits, commit));
    }

    @Override
    public void declare(PlannedStep.Declare step) {
        var down = Optional.ofNullable(step.down()).map(SqlScript::text).orElse(null);
        note(new HistoryEdit(table.name(), beside).declare(step, down));
    }

    @Override
    public void declareRepeatable(PlannedStep.DeclareRepeatable step) {
        note(new HistoryEdit(table.name(), beside).declareRepeatable(step));
    }

    @Override
    public void forget(PlannedStep.Forget step) {
        note(new HistoryEdit(table.name(), beside).forget(step.applied().version()));
    }

    private void note(Pipeline edit) {
        out.begin();
        out.statements(edit);
    }

    @Override
    public void together(Runnable steps) {
        steps.run();
        out.commit();
    }
}
