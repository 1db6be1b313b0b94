package dev.migrations.database;

import dev.migrations.script.ScriptSource;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.StatementReader;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes over the statements of a script, and knows what those behind it have set for the session. The session is put back
 * after each segment, because a pooler may give it to somebody else, and a crash may lose it; so each later segment begins by
 * setting the same again.
 */
final class ScriptCursor implements AutoCloseable {

    private final ScriptSource source;
    private final List<String> settings = new ArrayList<>();
    private @Nullable StatementReader reader;
    private int next;

    ScriptCursor(ScriptSource source) {
        this.source = source;
    }

    /**
     * The statement with this index. Those before it were done by an earlier run or segment, or only bounded a transaction;
     * what is behind the cursor is read again, for another try.
     */
    SqlStatement goOn(int index) {
        if (index < next) {
            close();
        }
        var statements = reader();
        while (statements.next()) {
            var statement = statements.statement();
            next = statement.index() + 1;
            if (statement.index() >= index) {
                return statement;
            }
            pass(statement);
        }
        throw new IllegalStateException("no statement " + index);
    }

    /** Remembers what a statement has set. */
    void pass(SqlStatement statement) {
        if (statement.setsSession()) {
            settings.add(statement.text());
        }
    }

    /** What was set so far, as statements. */
    List<String> settings() {
        return List.copyOf(settings);
    }

    /** The data behind the current {@code COPY … FROM STDIN}. */
    InputStream copyData() {
        return reader().copyData();
    }

    private StatementReader reader() {
        if (reader == null) {
            reader = StatementReader.open(source);
        }
        return reader;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
        settings.clear();
        next = 0;
    }
}
