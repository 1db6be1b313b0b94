package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.ChangeType;
import dev.migrations.ddl.TableAction.DropNotNull;
import dev.migrations.ddl.TableAction.SetNotNull;
import dev.migrations.rule.LockClaim.Cost;
import java.util.List;
import java.util.stream.Stream;

/** SET NOT NULL reads the table under the lock of the statement that it stands in, however quick the change of type beside it is (ATRewriteTables in tablecmds.c). */
final class ChangingColumnTypeWithNotNull implements LintRule {

    @Override
    public String code() {
        return "changing-column-type-with-not-null";
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
                .flatMap(change -> Stream.concat(demanded(alter, change, around), allowed(alter, change, around)))
                .toList();
    }

    private Stream<Finding> demanded(AlterTable alter, ChangeType change, Surroundings around) {
        var table = alter.table();
        var column = change.column();
        return alter.actions(SetNotNull.class).stream()
                .filter(set -> set.column().equals(column))
                .map(set -> finding(
                                set.place(),
                                "SET NOT NULL beside a change of the type of %s.%s reads all of %s while reads and writes are blocked, even where the change of type takes an instant"
                                        .formatted(table, column, table),
                                "do one after the other: prove that there is no null with writes going on, and change the type by itself"
                                        + keyAdvice(alter, change, around),
                                separately(alter, change, around))
                        .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.SCAN)));
    }

    private static String[] separately(AlterTable alter, ChangeType change, Surroundings around) {
        var table = alter.table();
        var server = around.server();
        if (TypeWidening.isFree(table, change, around)) {
            return SafeFiles.of(around)
                    .add(SafeNotNull.steps(table, change.column(), server))
                    .add(type(alter, change))
                    .toArray();
        }
        var second = second(alter, change);
        return second.addTo(SafeFiles.of(around), around.schema())
                .add(SafeNotNull.steps(table, second.name(), server))
                .add(second.dropFirst())
                .toArray();
    }

    private Stream<Finding> allowed(AlterTable alter, ChangeType change, Surroundings around) {
        var table = alter.table();
        var column = change.column();
        var optional = """
                -- migrations: lint-ignore=ban-drop-not-null because every running version can read a null in %s.%s
                alter table %s alter column %s drop not null;""".formatted(table, column, table, column);
        var files = SafeFiles.of(around).add(optional);
        if (TypeWidening.isFree(table, change, around)) {
            files.add(type(alter, change));
        } else {
            var second = second(alter, change);
            second.addTo(files, around.schema()).add(second.dropFirst());
        }
        return alter.actions(DropNotNull.class).stream()
                .filter(drop -> drop.column().equals(column))
                .map(drop -> finding(
                                drop.place(),
                                "the type of %s.%s and whether it may be null change at once: a running version must be ready for both, and neither can be taken back alone"
                                        .formatted(table, column),
                                "do one after the other" + keyAdvice(alter, change, around),
                                files.toArray())
                        .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT))
                        .weighing(Severity.WARNING));
    }

    private static String type(AlterTable alter, ChangeType change) {
        return "alter table %s alter column %s type %s;".formatted(alter.table(), change.column(), change.type());
    }

    private static SecondColumn second(AlterTable alter, ChangeType change) {
        return SecondColumn.retyped(
                alter.table(), change.column(), change.type().written());
    }

    private static String keyAdvice(AlterTable alter, ChangeType change, Surroundings around) {
        return TypeWidening.isFree(alter.table(), change, around)
                ? ""
                : Batches.keyAdvice(around.schema(), alter.table());
    }
}
