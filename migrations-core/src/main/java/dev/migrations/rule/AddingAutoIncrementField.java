package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.AddColumn;
import dev.migrations.rule.LockClaim.Cost;
import java.util.List;

/** A new serial or identity column numbers all rows, so that the table is written anew; an identity that is added to a column that is there touches no row (PostgreSQL manual, ALTER TABLE, "Notes"). */
final class AddingAutoIncrementField implements LintRule {

    @Override
    public String code() {
        return "adding-auto-increment-field";
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
        return alter.actions(AddColumn.class).stream()
                .map(add -> NewColumn.of(alter.table(), add.column()))
                .filter(NewColumn::isNumbered)
                .map(added -> finding(added, around))
                .toList();
    }

    private Finding finding(NewColumn added, Surroundings around) {
        var table = added.table();
        var name = added.column().name();
        return finding(
                        added.column().place(),
                        "numbering the rows in %s writes all of %s anew while reads and writes are blocked"
                                .formatted(name, table),
                        "add the column empty with a sequence for new rows, number the old rows %s, and prove NOT NULL last"
                                        .formatted(added.howFilled())
                                + added.keyAdvice(around.schema()),
                        added.files(around))
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.REWRITE));
    }
}
