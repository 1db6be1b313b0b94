package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.ColumnDefinition;
import dev.migrations.ddl.ColumnDefinition.Generation;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.AddColumn;
import dev.migrations.ddl.Volatility;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A default that is the same for all rows is stored once (since PostgreSQL 11); one that differs from row to row, and a stored
 * generated column, rewrite the table (PostgreSQL manual, ALTER TABLE, "Notes").
 */
final class AddingFieldWithDefault implements LintRule {

    @Override
    public String code() {
        return "adding-field-with-default";
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
                .map(AddColumn::column)
                .flatMap(column -> Stream.ofNullable(judge(alter.table(), column, around)))
                .toList();
    }

    private @Nullable Finding judge(QualifiedName table, ColumnDefinition column, Surroundings around) {
        if (column.generation() == Generation.STORED) {
            return generated(table, column, around);
        }
        var value = column.defaultValue();
        if (value == null || value.volatility() == Volatility.CONSTANT || value.volatility() == Volatility.STABLE) {
            return null;
        }
        var sure = value.volatility() == Volatility.VOLATILE;
        var message = sure
                ? "the default %s of %s differs from row to row: all of %s is written anew while reads and writes are blocked"
                : "the default %s of %s may call a volatile function: then all of %s is written anew while reads and writes are blocked";
        var found = finding(
                        column.place(),
                        message.formatted(value, column.name(), table),
                        "add the column empty, then its default, which holds for new rows, and fill the old rows by a backfill"
                                + Batches.keyAdvice(around.schema(), table),
                        NewColumn.of(table, column).files(around))
                .claiming(rewrites(table));
        return sure ? found : found.weighing(Severity.WARNING);
    }

    private Finding generated(QualifiedName table, ColumnDefinition column, Surroundings around) {
        var computed = new ComputedColumn(table, column.name(), column.type().written(), ColumnText.stored(column));
        var files = computed.files(around);
        if (column.has(Kind.NOT_NULL)) {
            files.add(SafeNotNull.steps(table, column.name(), around.server()));
        }
        return finding(
                        column.place(),
                        "the generated column %s is stored: all of %s is written anew while reads and writes are blocked"
                                .formatted(column.name(), table),
                        "add a plain column, let a trigger fill it for new rows, and fill the old rows by a backfill; since PostgreSQL 18 a virtual generated column takes an instant"
                                + Batches.keyAdvice(around.schema(), table),
                        files.toArray())
                .claiming(rewrites(table));
    }

    private static LockClaim rewrites(QualifiedName table) {
        return new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.REWRITE);
    }
}
