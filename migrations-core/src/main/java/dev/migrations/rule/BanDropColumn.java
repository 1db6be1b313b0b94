package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.DropColumn;
import dev.migrations.rule.LockClaim.Cost;
import java.util.List;

/** The running version of the application still selects and inserts a column that is dropped under it. */
final class BanDropColumn implements LintRule {

    @Override
    public String code() {
        return "ban-drop-column";
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
        return alter.actions(DropColumn.class).stream()
                .map(drop -> finding(alter, drop))
                .toList();
    }

    private Finding finding(AlterTable alter, DropColumn drop) {
        var table = alter.table();
        var column = drop.column();
        return finding(
                        drop.place(),
                        "dropping %s from %s breaks every instance that still reads or writes it, and its data is gone; reads and writes are blocked for an instant"
                                .formatted(column, table),
                        "deploy a version that no longer knows the column, and drop it in a later migration that says so",
                        """
                        -- migrations: lint-ignore=ban-drop-column because no running version knows %s.%s
                        alter table %s drop column %s%s;""".formatted(table, column, table, drop.ifExists() ? "if exists " : "", column))
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT));
    }
}
