package dev.migrations.verify;

import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.Problem;
import dev.migrations.schema.DiffText;
import dev.migrations.schema.SchemaDiff;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one version, or of one repeatable.
 *
 * @param version  the number; null for a repeatable
 * @param script   the up script's name
 * @param verdict  the outcome
 * @param left     what leads from the schema before the first way up to that after the way down; empty where nothing does, or
 *                 where the way down did not get to its end
 * @param again    what leads from the schema after the first way up to that after the second
 * @param problems why something failed
 * @param duration of all of it, by this machine's clock
 */
public record ScriptCheck(
        @Nullable MigrationVersion version,
        String script,
        Verdict verdict,
        SchemaDiff left,
        SchemaDiff again,
        List<Problem> problems,
        Duration duration) {

    public ScriptCheck {
        problems = List.copyOf(problems);
    }

    /** Whether the second way up makes something otherwise that is not told of the way down already. */
    public boolean againSaysMore() {
        return !DiffText.render(again).equals(DiffText.render(left));
    }
}
