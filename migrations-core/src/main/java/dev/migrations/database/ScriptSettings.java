package dev.migrations.database;

import dev.migrations.script.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a script has set for its session so far. The session is put back after each segment, because a pooler may give it to
 * somebody else, and a crash may lose it; so each later segment begins by setting the same again.
 */
final class ScriptSettings {

    private final List<String> statements = new ArrayList<>();

    void pass(SqlStatement statement) {
        if (statement.setsSession()) {
            statements.add(statement.text());
        }
    }

    List<String> statements() {
        return List.copyOf(statements);
    }
}
