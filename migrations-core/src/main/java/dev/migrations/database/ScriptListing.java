package dev.migrations.database;

import dev.migrations.script.Command;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.StandAlone;
import java.util.List;
import java.util.function.Consumer;

/** Writes down what {@link ScriptRun} sends: the same frame, the same statements, the same progress. */
final class ScriptListing {

    private final PsqlText out;
    private final SqlScript script;
    private final Progress progress;
    private final ScriptFrame frame;

    ScriptListing(PsqlText out, SqlScript script, Progress progress, ScriptFrame frame) {
        this.out = out;
        this.script = script;
        this.progress = progress;
        this.frame = frame;
    }

    /** From the first segment, or from where an interrupted run stopped. */
    List<SegmentResult> write(int segmentsDone, boolean resumed) {
        if (script.segments().isEmpty()) {
            out.begin();
            put(pipeline -> progress.begin(pipeline, 0));
            put(pipeline -> progress.finish(pipeline, 0));
            end();
        }
        try (var cursor = new ScriptCursor(script.source())) {
            for (var segment : script.segments()) {
                if (segment.index() >= segmentsDone) {
                    write(segment, cursor, resumed && segment.index() == segmentsDone);
                }
            }
        }
        return List.of();
    }

    private void write(Segment segment, ScriptCursor cursor, boolean resumed) {
        switch (segment.kind()) {
            case TRANSACTIONAL -> together(segment, cursor);
            case STANDS_ALONE -> {
                if (resumed) {
                    throw new NotListableException(script, segment);
                }
                alone(segment, cursor);
            }
        }
    }

    private void together(Segment segment, ScriptCursor cursor) {
        var statement = cursor.goOn(segment.firstStatement());
        out.begin();
        put(pipeline -> frame.enter(pipeline, segment));
        put(pipeline -> progress.begin(pipeline, segment.index()));
        cursor.settings().forEach(out::statement);
        put(statement, cursor);
        for (var index = segment.firstStatement() + 1; index < segment.endStatement(); index++) {
            put(cursor.goOn(index), cursor);
        }
        put(pipeline -> frame.leave(pipeline, script.isLast(segment)));
        put(pipeline -> progress.end(pipeline, segment, script));
        end();
    }

    private void end() {
        if (frame.endsTransactions()) {
            out.commit();
        }
    }

    private void put(SqlStatement statement, ScriptCursor cursor) {
        if (statement.command().kind() == Command.Kind.COPY_FROM_STDIN) {
            out.copy(statement, cursor);
        } else {
            out.statement(statement.text());
            cursor.pass(statement);
        }
    }

    private void alone(Segment segment, ScriptCursor cursor) {
        var statement = cursor.goOn(segment.firstStatement());
        if (segment.index() == 0) {
            put(pipeline -> progress.begin(pipeline, 0));
        }
        put(pipeline -> frame.enterAlone(pipeline, statement));
        cursor.settings().forEach(out::statement);
        var operation = StandAlone.of(statement);
        Healing.listBefore(operation, out);
        out.statement(statement.text());
        Healing.listAfter(operation, out);
        put(pipeline -> frame.leaveAlone(pipeline, script.isLast(segment)));
        put(pipeline -> progress.end(pipeline, segment, script));
    }

    private void put(Consumer<Pipeline> write) {
        var pipeline = new Pipeline();
        write.accept(pipeline);
        out.statements(pipeline);
    }
}
