package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Place;
import dev.migrations.ddl.TableAction.RenameTable;
import dev.migrations.ddl.TableAction.SetSchema;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** The running version of the application still asks for the table where it was; a view can stand there (PostgreSQL manual, CREATE VIEW, "Updatable Views"). */
final class RenamingTable implements LintRule {

    @Override
    public String code() {
        return "renaming-table";
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
        var table = alter.table();
        var renamed = alter.actions(RenameTable.class).stream()
                .map(rename -> finding(
                        rename.place(),
                        table,
                        new QualifiedName(table.schema(), rename.newName().name()),
                        "rename to " + rename.newName()));
        var moved = alter.actions(SetSchema.class).stream()
                .map(move -> finding(
                        move.place(),
                        table,
                        new QualifiedName(move.schema().name(), table.name()),
                        "set schema " + move.schema()));
        return Stream.concat(renamed, moved).toList();
    }

    private Finding finding(Place place, QualifiedName table, QualifiedName newName, String action) {
        return finding(
                        place,
                        "renaming %s to %s breaks every instance that still reads or writes %s; reads and writes are blocked for an instant"
                                .formatted(table, newName, table),
                        "leave a view in its place, in the same transaction, that can be read and written as the table was; drop it once no running version knows the old name",
                        """
                        -- migrations: lint-ignore=renaming-table because a view takes the place of %1$s
                        alter table %1$s %3$s;
                        create view %1$s as select * from %2$s;""".formatted(table, newName, action),
                        "drop view %s;".formatted(table))
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT));
    }
}
