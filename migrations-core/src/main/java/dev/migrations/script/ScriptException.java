package dev.migrations.script;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script that cannot be cut into statements, or cannot be read at all. */
public final class ScriptException extends MigrationException {

    private static final long serialVersionUID = 1L;

    ScriptException(Problem defect) {
        this(defect, null);
    }

    private ScriptException(Problem defect, @Nullable Throwable cause) {
        super(List.of(defect), cause);
    }

    static ScriptException unreadable(String file, IOException cause) {
        return new ScriptException(ScriptProblems.unreadable(file, cause), cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    /** Whether the file could not be read, which says nothing about its text. */
    public boolean isUnreadable() {
        return getCause() != null;
    }

    /** The one defect that ended the reading. */
    public Problem defect() {
        return problems().get(0);
    }
}
