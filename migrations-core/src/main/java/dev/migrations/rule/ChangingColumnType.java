package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.ChangeType;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** A type that is stored otherwise means that the table and its indexes are written anew (PostgreSQL manual, ALTER TABLE, "Notes"). */
final class ChangingColumnType implements LintRule {

    @Override
    public String code() {
        return "changing-column-type";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof AlterTable alter) || around.isCold(alter.table())) {
            return List.of();
        }
        return alter.actions(ChangeType.class).stream()
                .filter(change -> !TypeWidening.isFree(alter.table(), change, around))
                .map(change -> finding(alter.table(), change, around))
                .toList();
    }

    private Finding finding(QualifiedName table, ChangeType change, Surroundings around) {
        var column = change.column();
        return finding(
                        change.place(),
                        "changing %s.%s to %s may write all of %s anew while reads and writes are blocked, and may break the running version"
                                .formatted(table, column, change.type(), table),
                        "add a column of the new type, keep it in step by a trigger, fill the old rows by a backfill, let the application move over, and drop the old column last"
                                + Batches.keyAdvice(around.schema(), table),
                        SecondColumn.retyped(table, column, change.type().written())
                                .files(around))
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.REWRITE));
    }
}
