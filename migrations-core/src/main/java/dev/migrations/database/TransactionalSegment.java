package dev.migrations.database;

import dev.migrations.problem.SourceLocation;
import dev.migrations.script.Command;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.StatementReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/**
 * Runs statements that share one transaction with their history row, in two round trips: all of them, then the commit.
 *
 * <p>More round trips are taken only where a script is so long that its answers would fill the network's buffers while
 * nobody reads them, and where it carries {@code COPY} data.
 */
final class TransactionalSegment {

    /** The lexer has read the script with standard strings; a database that defaults to others must agree with it. */
    private static final String ENTER = """
            select set_config('application_name', ?, true), set_config('search_path', ?, true),
                   set_config('role', ?, true), set_config('lock_timeout', ?, true),
                   set_config('statement_timeout', ?, true), set_config('standard_conforming_strings', 'on', true)""";

    // so that others still see whose transaction it is while it commits
    private static final String KEEP_NAME = "select set_config('application_name', ?, true)";
    private static final String COMMIT_ASYNCHRONOUSLY = "set local synchronous_commit = off";

    /** The driver itself reads answers after some 250 statements, so that neither side waits for the other for ever. */
    private static final int MAX_STATEMENTS = 200;

    /**
     * A statement may answer with more than the network's buffers hold, in rows or in notices; what was sent behind it must
     * then fit into them, or both sides write and nobody reads.
     */
    private static final int MAX_CHARACTERS_BEHIND = 1 << 15;

    private static final int NOTHING_BEFORE = -1;
    private static final int COPY_BUFFER_BYTES = 1 << 16;

    private final ScriptRun run;
    private final List<@Nullable SqlStatement> sent = new ArrayList<>();
    private final List<Integer> historyWrites = new ArrayList<>();
    private Pipeline pipeline = new Pipeline();
    private int charactersBehind = NOTHING_BEFORE;

    TransactionalSegment(ScriptRun run) {
        this.run = run;
    }

    void run(Segment segment, StatementReader reader) {
        try {
            // reads over what is done already, and so learns what that has set
            var statement = run.next(reader, segment.firstStatement());
            enter(segment);
            add(segment, statement, reader);
            for (var index = segment.firstStatement() + 1; index < segment.endStatement(); index++) {
                add(segment, run.next(reader, index), reader);
            }
            leave(segment);
            commit(segment);
        } catch (RuntimeException e) {
            run.session().rollBack();
            throw e;
        }
    }

    /** A script without statements leaves nothing but its row. */
    void runEmpty() {
        var nothing = new Segment(
                0,
                Segment.Kind.TRANSACTIONAL,
                0,
                0,
                new SourceLocation(run.script().name(), 1, 1),
                "",
                "");
        try {
            history(() -> run.progress().begin(pipeline, 0));
            history(() -> run.progress().finish(pipeline, 0));
            flush(nothing);
            commit(nothing);
        } catch (RuntimeException e) {
            run.session().rollBack();
            throw e;
        }
    }

    private void enter(Segment segment) {
        if (!segment.transactionModes().isEmpty()) {
            // before the first query of the transaction, or the server refuses it
            ours("set transaction " + segment.transactionModes());
        }
        var facts = run.session().facts();
        var statementTimeout = run.limits().statementTimeout();
        ours(
                ENTER,
                run.sessionName(),
                facts.searchPath(),
                facts.role(),
                Limits.milliseconds(run.limits().lockTimeout()),
                statementTimeout == null ? facts.statementTimeout() : Limits.milliseconds(statementTimeout));
        // first in its transaction: a second runner that believes it holds the lock waits here, and then changes no row
        history(() -> run.progress().begin(pipeline, segment.index()));
        run.settings().statements().forEach(this::again);
    }

    private void add(Segment segment, SqlStatement statement, StatementReader reader) {
        if (statement.command().kind() == Command.Kind.COPY_FROM_STDIN) {
            flush(segment);
            copy(segment, statement, reader);
            return;
        }
        var text = statement.text();
        makeRoom(segment, text.length());
        charactersBehind = charactersBehind == NOTHING_BEFORE ? 0 : charactersBehind + text.length();
        pipeline.add(text);
        sent.add(statement);
        run.settings().pass(statement);
    }

    private void makeRoom(Segment segment, int characters) {
        var isFull = charactersBehind != NOTHING_BEFORE && charactersBehind + characters > MAX_CHARACTERS_BEHIND;
        if (isFull || pipeline.size() >= MAX_STATEMENTS) {
            flush(segment);
        }
    }

    private void leave(Segment segment) {
        var end = new Pipeline();
        run.addEnd(end, segment);
        makeRoom(segment, end.length());
        // the script may have changed search_path, role or time-outs; behind a pooler, the next client would inherit
        // them
        ours(() -> new SessionReset(run.session().facts()).add(pipeline));
        ours(KEEP_NAME, run.sessionName());
        if (run.commit() == Commit.ASYNCHRONOUS) {
            ours(COMMIT_ASYNCHRONOUSLY);
        }
        history(() -> pipeline.add(end));
        flush(segment);
    }

    private void ours(String sql, @Nullable String... values) {
        ours(() -> pipeline.add(sql, values));
    }

    private void ours(Runnable add) {
        add.run();
        while (sent.size() < pipeline.size()) {
            sent.add(null);
        }
    }

    private void again(String setting) {
        ours(() -> pipeline.add(setting));
    }

    private void history(Runnable write) {
        historyWrites.add(pipeline.size());
        ours(write);
    }

    private void flush(Segment segment) {
        if (pipeline.size() == 0) {
            return;
        }
        try {
            var changed = run.session().sendInTransaction(pipeline, run.notices());
            checkHistory(segment, changed);
        } catch (Pipeline.FailedAtException e) {
            throw failure(segment, e);
        } catch (SQLException e) {
            throw run.failures().commit(segment, e);
        }
        pipeline = new Pipeline();
        charactersBehind = NOTHING_BEFORE;
        sent.clear();
        historyWrites.clear();
    }

    private void checkHistory(Segment segment, long[] changed) {
        for (var index : historyWrites) {
            if (changed[index] != 1) {
                throw run.failures().overtaken(segment, null);
            }
        }
    }

    private RuntimeException failure(Segment segment, Pipeline.FailedAtException e) {
        var statement = e.index() < sent.size() ? sent.get(e.index()) : null;
        if (statement != null) {
            return run.failures().statement(statement, segment, e.failure());
        }
        // unique_violation: another runner inserted the row of this version
        return "23505".equals(e.failure().getSQLState())
                ? run.failures().overtaken(segment, e.failure())
                : run.failures().commit(segment, e.failure());
    }

    private void copy(Segment segment, SqlStatement statement, StatementReader reader) {
        try (var data = reader.copyData()) {
            new CopyManager(run.session().driver()).copyIn(statement.text(), data, COPY_BUFFER_BYTES);
        } catch (SQLException e) {
            throw run.failures().statement(statement, segment, e);
        } catch (IOException e) {
            throw run.failures().statement(statement, segment, new SQLException(e.getMessage(), "58030", e));
        }
    }

    private void commit(Segment segment) {
        try {
            run.end();
        } catch (SQLException e) {
            throw run.failures().commit(segment, e);
        }
    }
}
