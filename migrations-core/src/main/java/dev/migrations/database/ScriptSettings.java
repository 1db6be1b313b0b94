package dev.migrations.database;

import dev.migrations.script.SqlStatement;
import dev.migrations.script.StatementReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What a script has set for its session so far. The session is put back after each segment, because a pooler may give it to
 * somebody else, and a crash may lose it; so each later segment begins by setting the same again.
 */
final class ScriptSettings {

    private final List<String> statements = new ArrayList<>();

    /** The statement with this index; those before it were done by an earlier run, or only bounded a transaction. */
    SqlStatement goOn(StatementReader reader, int index) {
        while (reader.next()) {
            var statement = reader.statement();
            if (statement.index() >= index) {
                return statement;
            }
            pass(statement);
        }
        throw new IllegalStateException("no statement " + index);
    }

    void pass(SqlStatement statement) {
        if (statement.setsSession()) {
            statements.add(statement.text());
        }
    }

    List<String> statements() {
        return List.copyOf(statements);
    }
}
