package dev.migrations.plan;

import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.TransactionMode;
import dev.migrations.problem.Problem;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.List;

/** What is against running a script, whichever way it leads. */
final class RunnableScript {

    private RunnableScript() {}

    static List<Problem> refusals(SqlScript script, FolderSettings settings) {
        if (script.defect() != null) {
            return List.of(script.defect());
        }
        var refusals = new ArrayList<Problem>();
        if (settings.transaction() == TransactionMode.ALL) {
            Segment.firstOutsideOneTransaction(script.segments())
                    .ifPresent(segment -> refusals.add(Refusals.notInOneTransaction(script, segment)));
        }
        var lockTimeout = settings.lockTimeout(script);
        var statementTimeout = settings.statementTimeout(script);
        if (lockTimeout != null
                && statementTimeout != null
                && FolderSettings.hidesLockTimeout(statementTimeout, lockTimeout)) {
            refusals.add(Refusals.hiddenLockTimeout(script, lockTimeout, statementTimeout));
        }
        return refusals;
    }
}
