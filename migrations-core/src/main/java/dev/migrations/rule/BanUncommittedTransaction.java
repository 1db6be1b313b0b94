package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.TransactionControl;
import dev.migrations.ddl.DdlStatement.TransactionControl.Verb;
import java.util.List;

/** What a BEGIN opens and nobody commits is undone when the session ends; until then its locks are held. */
final class BanUncommittedTransaction implements LintRule {

    @Override
    public String code() {
        return "ban-uncommitted-transaction";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof TransactionControl control)
                || control.verb() != Verb.BEGIN
                || around.transaction().isEnded()) {
            return List.of();
        }
        return List.of(
                finding(
                        control.place(),
                        "nothing ends the transaction that this BEGIN opens: its locks are held until the session ends, and its changes are lost then",
                        "write COMMIT behind the last statement that belongs to it, or delete BEGIN: the engine opens a transaction by itself"));
    }
}
