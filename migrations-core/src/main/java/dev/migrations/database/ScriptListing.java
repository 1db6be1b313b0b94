package dev.migrations.database;

import dev.migrations.script.Command;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.StandAlone;
import dev.migrations.script.StatementReader;
import java.util.List;
import java.util.function.Consumer;

/** Writes down what {@link ScriptRun} sends: the same frame, the same statements, the same progress. */
final class ScriptListing {

    private final PsqlText out;
    private final SqlScript script;
    private final Progress progress;
    private final ScriptFrame frame;
    private final ScriptSettings settings = new ScriptSettings();

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
        try (var reader = StatementReader.open(script.source())) {
            for (var segment : script.segments()) {
                if (segment.index() >= segmentsDone) {
                    write(segment, reader, resumed && segment.index() == segmentsDone);
                }
            }
        }
        return List.of();
    }

    private void write(Segment segment, StatementReader reader, boolean resumed) {
        switch (segment.kind()) {
            case TRANSACTIONAL -> together(segment, reader);
            case STANDS_ALONE -> {
                if (resumed) {
                    throw new NotListableException(script, segment);
                }
                alone(segment, settings.goOn(reader, segment.firstStatement()));
            }
        }
    }

    private void together(Segment segment, StatementReader reader) {
        var statement = settings.goOn(reader, segment.firstStatement());
        out.begin();
        put(pipeline -> frame.enter(pipeline, segment));
        put(pipeline -> progress.begin(pipeline, segment.index()));
        settings.statements().forEach(out::statement);
        put(statement, reader);
        for (var index = segment.firstStatement() + 1; index < segment.endStatement(); index++) {
            put(settings.goOn(reader, index), reader);
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

    private void put(SqlStatement statement, StatementReader reader) {
        if (statement.command().kind() == Command.Kind.COPY_FROM_STDIN) {
            out.copy(statement, reader);
        } else {
            out.statement(statement.text());
            settings.pass(statement);
        }
    }

    private void alone(Segment segment, SqlStatement statement) {
        if (segment.index() == 0) {
            put(pipeline -> progress.begin(pipeline, 0));
        }
        put(frame::enterAlone);
        settings.statements().forEach(out::statement);
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
