package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.TransactionControl;
import dev.migrations.rule.SharedTransaction.Kind;
import java.util.List;

/** A second BEGIN opens nothing, and a COMMIT without one ends what somebody else opened; this engine refuses both, and every ROLLBACK, before the first change. */
final class TransactionNesting implements LintRule {

    @Override
    public String code() {
        return "transaction-nesting";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof TransactionControl control)) {
            return List.of();
        }
        var isOpen = around.transaction().kind() == Kind.OPENED_BY_SCRIPT;
        return switch (control.verb()) {
            case BEGIN -> isOpen ? List.of(nested(control)) : List.of();
            case COMMIT -> isOpen ? List.of() : List.of(alone(control, "COMMIT"));
            case ROLLBACK -> rolledBack(control, isOpen, around.runner());
            case SAVEPOINT -> List.of();
        };
    }

    private Finding nested(TransactionControl control) {
        return finding(
                control.place(),
                "a transaction is open already: this BEGIN opens none, and the next COMMIT ends both",
                "delete it, or put a COMMIT before it");
    }

    private Finding alone(TransactionControl control, String verb) {
        return finding(
                control.place(),
                "no BEGIN of this script is open here: this %s would end a transaction that is not the script's"
                        .formatted(verb),
                "delete it, or put a BEGIN before what it is to end");
    }

    private List<Finding> rolledBack(TransactionControl control, boolean isOpen, Runner runner) {
        if (!isOpen) {
            return List.of(alone(control, "ROLLBACK"));
        }
        return runner == Runner.PLAIN
                ? List.of()
                : List.of(finding(
                        control.place(),
                        "ROLLBACK would undo what the script has done since BEGIN, and record it as applied: the engine refuses it",
                        "delete it with everything from BEGIN on, or write COMMIT"));
    }
}
