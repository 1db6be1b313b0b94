package dev.migrations.database;

import dev.migrations.problem.SourceLocation;
import dev.migrations.script.Command;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlStatement;
import java.io.IOException;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;

/**
 * Runs statements that share one transaction with their history row, in two round trips: all of them, then the commit.
 *
 * <p>More round trips are taken only where a script is so long that its answers would fill the network's buffers while
 * nobody reads them, and where it carries {@code COPY} data.
 */
final class TransactionalSegment {

    private static final int COPY_BUFFER_BYTES = 1 << 16;

    private final ScriptRun run;
    private final Segment segment;
    private final ScriptFrame frame;
    private final StatementBatch batch;

    TransactionalSegment(ScriptRun run, Segment segment, Limits limits) {
        this.run = run;
        this.segment = segment;
        this.frame = run.frame(limits);
        this.batch = new StatementBatch(run, segment);
    }

    /** A script without statements leaves nothing but its row. */
    static void runEmpty(ScriptRun run, Limits limits) {
        var place = new SourceLocation(run.script().name(), 1, 1);
        var nothing = new Segment(0, Segment.Kind.TRANSACTIONAL, 0, 0, place, "", "");
        var empty = new TransactionalSegment(run, nothing, limits);
        empty.orRollBack(empty::writeRow);
    }

    void run(ScriptCursor cursor) {
        orRollBack(() -> runStatements(cursor));
    }

    private void orRollBack(Runnable work) {
        try {
            work.run();
            commit();
        } catch (RuntimeException e) {
            run.session().rollBack();
            run.progress().undo();
            throw e;
        }
    }

    private void writeRow() {
        batch.history(pipeline -> run.progress().begin(pipeline, 0));
        batch.history(pipeline -> run.progress().finish(pipeline, 0));
        batch.flush();
    }

    private void runStatements(ScriptCursor cursor) {
        // reads over what is done already, and so learns what that has set
        var statement = cursor.goOn(segment.firstStatement());
        enter(cursor);
        add(statement, cursor);
        for (var index = segment.firstStatement() + 1; index < segment.endStatement(); index++) {
            add(cursor.goOn(index), cursor);
        }
        leave();
    }

    private void enter(ScriptCursor cursor) {
        batch.ours(pipeline -> frame.enter(pipeline, segment));
        // first in its transaction: a second runner that believes it holds the lock waits here, and then changes no row
        batch.history(pipeline -> run.progress().begin(pipeline, segment.index()));
        cursor.settings().forEach(setting -> batch.ours(pipeline -> pipeline.add(setting)));
    }

    private void add(SqlStatement statement, ScriptCursor cursor) {
        if (statement.command().kind() == Command.Kind.COPY_FROM_STDIN) {
            batch.flush();
            copy(statement, cursor);
            return;
        }
        batch.script(statement);
        cursor.pass(statement);
    }

    private void leave() {
        var end = new Pipeline();
        run.progress().end(end, segment, run.script());
        batch.makeRoom(end.length());
        batch.ours(pipeline -> frame.leave(pipeline, run.script().isLast(segment)));
        batch.history(pipeline -> pipeline.add(end));
        batch.flush();
    }

    private void copy(SqlStatement statement, ScriptCursor cursor) {
        try {
            run.session().watched(statement, segment, () -> copyIn(statement, cursor));
            run.answered(statement);
        } catch (SQLException e) {
            throw run.failures().statement(statement, segment, e);
        }
    }

    private long copyIn(SqlStatement statement, ScriptCursor cursor) throws SQLException {
        try (var data = cursor.copyData()) {
            return new CopyManager(run.session().driver()).copyIn(statement.text(), data, COPY_BUFFER_BYTES);
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), "58030", e);
        }
    }

    private void commit() {
        try {
            run.end();
        } catch (SQLException e) {
            throw run.failures().commit(segment, e);
        }
    }
}
