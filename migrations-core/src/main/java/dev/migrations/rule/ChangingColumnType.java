package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.ChangeType;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.Identifier;
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
                .filter(change -> !isFree(alter.table(), change, around))
                .map(change -> finding(alter.table(), change))
                .toList();
    }

    private static boolean isFree(QualifiedName table, ChangeType change, Surroundings around) {
        return change.using() == null
                && around.schema()
                        .findType(table, change.column())
                        .filter(type -> TypeWidening.isFree(type, change.type()))
                        .isPresent();
    }

    private Finding finding(QualifiedName table, ChangeType change) {
        var column = change.column();
        var copy = new Identifier(column.name() + "_new");
        var sync = new Identifier(table.name() + "_" + column.name() + "_sync");
        return finding(
                        change.place(),
                        "changing %s.%s to %s may write all of %s anew while reads and writes are blocked, and may break the running version"
                                .formatted(table, column, change.type(), table),
                        "add a column of the new type, keep it in step by a trigger, fill the old rows in batches, let the application move over, and drop the old column last",
                        """
                        alter table %1$s add column %3$s %4$s;
                        create function %5$s() returns trigger language plpgsql as $$
                        begin
                          new.%3$s := new.%2$s::%4$s;
                          return new;
                        end $$;
                        create trigger %5$s before insert or update on %1$s
                          for each row execute function %5$s();""".formatted(table, column, copy, change.type(), sync),
                        """
                        -- migrations: lint-ignore=ban-drop-column because no running version knows %1$s.%2$s
                        drop trigger %3$s on %1$s;
                        drop function %3$s();
                        alter table %1$s drop column %2$s;""".formatted(table, column, sync))
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.REWRITE));
    }
}
