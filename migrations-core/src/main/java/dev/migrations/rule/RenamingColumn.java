package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.RenameColumn;
import dev.migrations.rule.LockClaim.Cost;
import java.util.List;

/** The running version of the application still asks for the old name. */
final class RenamingColumn implements LintRule {

    @Override
    public String code() {
        return "renaming-column";
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
        return alter.actions(RenameColumn.class).stream()
                .map(rename -> finding(alter, rename, around)
                        .claiming(new LockClaim(alter.table(), LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT)))
                .toList();
    }

    private Finding finding(AlterTable alter, RenameColumn rename, Surroundings around) {
        var table = alter.table();
        var column = rename.column();
        var newName = rename.newName();
        var message =
                "renaming %s of %s to %s breaks every instance that still reads or writes %s; reads and writes are blocked for an instant"
                        .formatted(column, table, newName, column);
        return around.schema()
                .findType(table, column)
                .map(type -> finding(
                        rename.place(),
                        message,
                        "add the new name as a second column that a trigger keeps in step, fill the old rows by a backfill, let the application move over, and drop the old column last"
                                + Batches.keyAdvice(around.schema(), table),
                        SecondColumn.renamed(table, column, newName, type.written())
                                .files(around)))
                .orElseGet(() -> finding(
                        rename.place(),
                        message,
                        "leave the name in the database as it is and map it in the application, such as by @Column(name = \"%s\"); or rename it once no running version knows it"
                                .formatted(column.name()),
                        """
                        -- migrations: lint-ignore=renaming-column because no running version knows %s.%s
                        alter table %s rename column %s to %s;""".formatted(table, column, table, column, newName)));
    }
}
