package dev.migrations.database;

import dev.migrations.script.Segment;
import dev.migrations.script.SqlStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The statements of one segment on their way to the server, the script's and ours: sent together, as far as that is safe. */
final class StatementBatch {

    /** The driver itself reads answers after some 250 statements, so that neither side waits for the other for ever. */
    private static final int MAX_STATEMENTS = 200;

    /**
     * A statement may answer with more than the network's buffers hold, in rows or in notices; what was sent behind it must
     * then fit into them, or both sides write and nobody reads.
     */
    private static final int MAX_CHARACTERS_BEHIND = 1 << 15;

    private static final int NOTHING_BEFORE = -1;

    private final ScriptRun run;
    private final Segment segment;
    private final List<@Nullable SqlStatement> sent = new ArrayList<>();
    private final List<Integer> historyWrites = new ArrayList<>();
    private Pipeline pipeline = new Pipeline();
    private int charactersBehind = NOTHING_BEFORE;

    StatementBatch(ScriptRun run, Segment segment) {
        this.run = run;
        this.segment = segment;
    }

    /** Adds a statement of the script; a failure names it. */
    void script(SqlStatement statement) {
        if (!run.session().isWatched()) {
            add(statement);
            return;
        }
        flush();
        run.session().watched(statement, segment, () -> {
            add(statement);
            return send()[0];
        });
    }

    private void add(SqlStatement statement) {
        var text = statement.text();
        makeRoom(text.length());
        charactersBehind = charactersBehind == NOTHING_BEFORE ? 0 : charactersBehind + text.length();
        pipeline.add(text);
        sent.add(statement);
    }

    void ours(String sql, @Nullable String... values) {
        ours(queue -> queue.add(sql, values));
    }

    void ours(Consumer<Pipeline> add) {
        add.accept(pipeline);
        while (sent.size() < pipeline.size()) {
            sent.add(null);
        }
    }

    /** Adds a write of the history, which must change one row. */
    void history(Consumer<Pipeline> write) {
        historyWrites.add(pipeline.size());
        ours(write);
    }

    /** Sends what is there, unless so many characters more may travel with it. */
    void makeRoom(int characters) {
        var isFull = charactersBehind != NOTHING_BEFORE && charactersBehind + characters > MAX_CHARACTERS_BEHIND;
        if (isFull || pipeline.size() >= MAX_STATEMENTS) {
            flush();
        }
    }

    /** Sends what is there, and reads the answers. */
    void flush() {
        if (pipeline.size() > 0) {
            send();
        }
    }

    private long[] send() {
        pipeline.onAnswer(this::answered);
        var changed = sendInTransaction();
        checkHistory(changed);
        pipeline = new Pipeline();
        charactersBehind = NOTHING_BEFORE;
        sent.clear();
        historyWrites.clear();
        return changed;
    }

    private long[] sendInTransaction() {
        try {
            return run.session().sendInTransaction(pipeline, run.notices());
        } catch (Pipeline.FailedAtException e) {
            throw failure(e);
        } catch (SQLException e) {
            throw run.failures().commit(segment, e);
        }
    }

    private void answered(int index) {
        var statement = sent.get(index);
        if (statement != null) {
            run.answered(statement);
        }
    }

    private void checkHistory(long[] changed) {
        for (var index : historyWrites) {
            if (changed[index] != 1) {
                throw run.failures().overtaken(segment, null);
            }
        }
    }

    private RuntimeException failure(Pipeline.FailedAtException e) {
        var statement = e.index() < sent.size() ? sent.get(e.index()) : null;
        if (statement != null) {
            return run.failures().statement(statement, segment, e.failure());
        }
        // unique_violation: another runner inserted the row of this version
        return "23505".equals(e.failure().getSQLState())
                ? run.failures().overtaken(segment, e.failure())
                : run.failures().history(segment, e.failure());
    }
}
