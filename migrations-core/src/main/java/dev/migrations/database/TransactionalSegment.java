package dev.migrations.database;

import dev.migrations.problem.SourceLocation;
import dev.migrations.script.Command;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.StatementReader;
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
    private final StatementBatch batch;

    TransactionalSegment(ScriptRun run, Segment segment) {
        this.run = run;
        this.segment = segment;
        this.batch = new StatementBatch(run, segment);
    }

    /** A script without statements leaves nothing but its row. */
    static void runEmpty(ScriptRun run) {
        var place = new SourceLocation(run.script().name(), 1, 1);
        var nothing = new Segment(0, Segment.Kind.TRANSACTIONAL, 0, 0, place, "", "");
        var empty = new TransactionalSegment(run, nothing);
        empty.orRollBack(empty::writeRow);
    }

    void run(StatementReader reader) {
        orRollBack(() -> runStatements(reader));
    }

    private void orRollBack(Runnable work) {
        try {
            work.run();
            commit();
        } catch (RuntimeException e) {
            run.session().rollBack();
            throw e;
        }
    }

    private void writeRow() {
        batch.history(pipeline -> run.progress().begin(pipeline, 0));
        batch.history(pipeline -> run.progress().finish(pipeline, 0));
        batch.flush();
    }

    private void runStatements(StatementReader reader) {
        // reads over what is done already, and so learns what that has set
        var statement = run.settings().goOn(reader, segment.firstStatement());
        enter();
        add(statement, reader);
        for (var index = segment.firstStatement() + 1; index < segment.endStatement(); index++) {
            add(run.settings().goOn(reader, index), reader);
        }
        leave();
    }

    private void enter() {
        batch.ours(pipeline -> run.frame().enter(pipeline, segment));
        // first in its transaction: a second runner that believes it holds the lock waits here, and then changes no row
        batch.history(pipeline -> run.progress().begin(pipeline, segment.index()));
        run.settings().statements().forEach(setting -> batch.ours(pipeline -> pipeline.add(setting)));
    }

    private void add(SqlStatement statement, StatementReader reader) {
        if (statement.command().kind() == Command.Kind.COPY_FROM_STDIN) {
            batch.flush();
            copy(statement, reader);
            return;
        }
        batch.script(statement);
        run.settings().pass(statement);
    }

    private void leave() {
        var end = new Pipeline();
        run.progress().end(end, segment, run.script());
        batch.makeRoom(end.length());
        batch.ours(pipeline -> run.frame().leave(pipeline, run.script().isLast(segment)));
        batch.history(pipeline -> pipeline.add(end));
        batch.flush();
    }

    private void copy(SqlStatement statement, StatementReader reader) {
        try {
            run.session().watched(statement, segment, () -> copyIn(statement, reader));
            run.answered(statement);
        } catch (SQLException e) {
            throw run.failures().statement(statement, segment, e);
        }
    }

    private long copyIn(SqlStatement statement, StatementReader reader) throws SQLException {
        try (var data = reader.copyData()) {
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
