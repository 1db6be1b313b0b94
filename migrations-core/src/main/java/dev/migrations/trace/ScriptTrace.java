package dev.migrations.trace;

import java.util.List;

/**
 * What one script did.
 *
 * @param script     the file's name
 * @param statements in their order
 */
public record ScriptTrace(String script, List<StatementTrace> statements) {

    public ScriptTrace {
        statements = List.copyOf(statements);
    }
}
