package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.ColumnDefinition;
import dev.migrations.ddl.ColumnDefinition.Generation;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.AddColumn;
import dev.migrations.rule.LockClaim.Cost;
import java.util.List;

/** A column that is NOT NULL and has no value for the rows that are there is refused, unless there are none (PostgreSQL manual, ALTER TABLE). */
final class AddingRequiredField implements LintRule {

    @Override
    public String code() {
        return "adding-required-field";
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
                .filter(add -> isRequired(add.column()))
                .map(add -> finding(alter, add, around))
                .toList();
    }

    private static boolean isRequired(ColumnDefinition column) {
        var value = column.defaultValue();
        return column.has(Kind.NOT_NULL)
                && (value == null || value.isNull())
                && column.generation() == Generation.NONE
                && !column.type().isSerial();
    }

    private Finding finding(AlterTable alter, AddColumn add, Surroundings around) {
        var table = alter.table();
        var column = add.column();
        var optional = "alter table %s add column %s%s;"
                .formatted(table, add.ifNotExists() ? "if not exists " : "", ColumnText.withoutNotNull(column));
        var value = StandInValue.of(column.type());
        var files = SafeFiles.of(around)
                .add(optional)
                .addBackfill(Batches.filling(around.schema(), table, column.name(), value))
                .add(SafeNotNull.steps(table, column.name(), around.server()));
        return finding(
                        column.place(),
                        "%s is NOT NULL and has no default: PostgreSQL refuses it as soon as %s has a row, and where there is none, every instance that does not know the column can no longer INSERT"
                                .formatted(column.name(), table),
                        "give it a default, which takes an instant; or add it without NOT NULL, deploy a version that writes it, fill the old rows by a backfill, and demand it last; put what the old rows should have where this says %s"
                                        .formatted(value)
                                + Batches.keyAdvice(around.schema(), table),
                        files.toArray())
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT));
    }
}
