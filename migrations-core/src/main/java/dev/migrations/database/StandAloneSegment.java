package dev.migrations.database;

import dev.migrations.plan.PlannedStep.Beginning;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.StandAlone;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs one statement outside any transaction block.
 *
 * <p>A crash may fall between its effect and the history. So when an interrupted run was cut off there, the answer is
 * looked up: "exists already" after a {@code CREATE}, or "does not exist" after a {@code DROP}, says that it was done; an
 * invalid index or a pending detach says how far it got; what can be repeated is repeated; and for the rest
 * ({@code CALL}, {@code DO}) nobody can know, which is said.
 */
final class StandAloneSegment {

    private final ScriptRun run;
    private final Segment segment;
    private final SqlStatement statement;
    private final List<String> settings;
    private final Healing healing;
    private boolean refused;

    /**
     * One statement of a script.
     *
     * @param settings what the script has set for its session before, as statements
     */
    StandAloneSegment(ScriptRun run, Segment segment, SqlStatement statement, List<String> settings) {
        this.run = run;
        this.segment = segment;
        this.statement = statement;
        this.settings = settings;
        this.healing = new Healing(run.session());
    }

    /** Whether it may be sent again after the server has refused it: a procedure may have committed a part of its work. */
    static boolean mayBeRepeated(SqlStatement statement) {
        return !isUnknown(StandAlone.of(statement));
    }

    /** One try; the first one begins where an earlier run has left it. */
    void run(Limits limits, Beginning beginning) {
        var frame = run.frame(limits);
        var cutOff = beginning == Beginning.AFTER_CUT_OFF;
        if (segment.index() == 0 || beginning != Beginning.FRESH || refused) {
            history(pipeline -> run.progress().begin(pipeline, segment.index()));
        }
        var operation = StandAlone.of(statement);
        var before = List.<QualifiedName>of();
        try {
            enter(frame);
            before = healing.findUnnamed(operation);
            if (!heal(cutOff)) {
                execute(cutOff);
            }
            verify();
        } catch (SQLException e) {
            refuse(frame, e);
            clear(operation, before, e);
            throw run.failures().statement(statement, segment, e);
        } finally {
            leave(frame);
        }
        history(pipeline -> run.progress().end(pipeline, segment, run.script()));
    }

    private void enter(ScriptFrame frame) throws SQLException {
        var pipeline = new Pipeline();
        frame.enterAlone(pipeline, statement);
        settings.forEach(pipeline::add);
        send(pipeline);
    }

    /** Puts right what an interrupted run left, and says whether it had finished. */
    private boolean heal(boolean cutOff) throws SQLException {
        var operation = StandAlone.of(statement);
        if (operation instanceof StandAlone.CreateIndex create) {
            var done = healing.dropInvalid(create);
            if (cutOff && create.index() == null) {
                throw run.failures().outcomeUnknown(statement, segment);
            }
            return done && cutOff;
        }
        if (operation instanceof StandAlone.Reindex reindex) {
            healing.dropLeftOvers(reindex);
        } else if (operation instanceof StandAlone.DetachPartition detach) {
            return healing.finishDetach(detach, cutOff);
        } else if (cutOff && isUnknown(operation)) {
            throw run.failures().outcomeUnknown(statement, segment);
        }
        return false;
    }

    private void execute(boolean cutOff) throws SQLException {
        var pipeline = new Pipeline();
        pipeline.add(statement.text());
        try {
            run.session().watched(statement, segment, () -> {
                send(pipeline);
                return 0;
            });
        } catch (SQLException e) {
            if (!cutOff || !wasDone(StandAlone.of(statement), PostgresError.of(e))) {
                throw e;
            }
        }
    }

    private static boolean wasDone(StandAlone operation, PostgresError error) {
        if (operation instanceof StandAlone.DropIndex) {
            return error.isUndefined();
        }
        return operation instanceof StandAlone.Other other
                && switch (other.effect()) {
                    case CREATES -> error.isDuplicate();
                    case DROPS -> error.isUndefined();
                    case REPEATABLE, UNKNOWN -> false;
                };
    }

    private static boolean isUnknown(StandAlone operation) {
        return operation instanceof StandAlone.Other other && other.effect() == StandAlone.Effect.UNKNOWN;
    }

    private void refuse(ScriptFrame frame, SQLException failure) {
        refused = true;
        var pipeline = new Pipeline();
        run.progress().refuse(pipeline, segment.index());
        if (pipeline.size() == 0 || PostgresError.of(failure).isConnectionLost()) {
            return;
        }
        try {
            leave(frame);
            send(pipeline);
        } catch (SQLException e) {
            // the next run will take it for cut off, and look
        }
    }

    private void verify() throws SQLException {
        if (StandAlone.of(statement) instanceof StandAlone.CreateIndex create) {
            var invalid = healing.findInvalid(create);
            if (invalid.isPresent()) {
                throw run.failures()
                        .invalidIndex(statement, segment, invalid.get().quoted());
            }
        }
    }

    /**
     * An invalid index would be found by nobody whose name only the server knows, or that the corrected statement calls
     * otherwise. Whoever has cancelled the statement does not wait for that: the next run looks.
     */
    private void clear(StandAlone operation, List<QualifiedName> before, SQLException failure) {
        var error = PostgresError.of(failure);
        try {
            if (error.isConnectionLost()) {
                return;
            }
            healing.dropUnnamed(operation, before);
            if (operation instanceof StandAlone.CreateIndex create && create.index() != null && !error.isCancelled()) {
                healing.dropInvalid(create);
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void leave(ScriptFrame frame) {
        var pipeline = new Pipeline();
        frame.leaveAlone(pipeline, run.script().isLast(segment));
        try {
            send(pipeline);
        } catch (SQLException e) {
            // the connection is gone, and with it its settings
        }
    }

    private void send(Pipeline pipeline) throws SQLException {
        try {
            run.session().send(pipeline, run.notices());
        } catch (Pipeline.FailedAtException e) {
            throw e.failure();
        }
    }

    private void history(Consumer<Pipeline> write) {
        var pipeline = new Pipeline();
        write.accept(pipeline);
        try {
            if (run.session().send(pipeline, run.notices())[0] != 1) {
                throw run.failures().overtaken(segment, null);
            }
        } catch (Pipeline.FailedAtException e) {
            throw run.failures().commit(segment, e.failure());
        } catch (SQLException e) {
            throw run.failures().commit(segment, e);
        }
    }
}
