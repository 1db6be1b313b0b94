package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.ChangeType;
import dev.migrations.ddl.TableAction.DropConstraint;
import dev.migrations.rule.KnownSchema.KnownConstraint;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A check on a column is made anew with its type, and so reads the whole table where the change of type alone would not (ATPostAlterTypeParse in tablecmds.c). */
final class ChangingConstrainedColumnType implements LintRule {

    @Override
    public String code() {
        return "changing-constrained-column-type";
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
                .filter(change -> TypeWidening.isFree(alter.table(), change, around)) // a rewrite checks as it goes
                .flatMap(change -> judge(alter, change, around))
                .toList();
    }

    private Stream<Finding> judge(AlterTable alter, ChangeType change, Surroundings around) {
        var checks = around.schema().checksOf(alter.table(), change.column()).stream()
                .filter(KnownConstraint::isValid)
                .map(KnownConstraint::constraint)
                .filter(check -> !isDropped(alter, check))
                .toList();
        return checks.isEmpty() ? Stream.empty() : Stream.of(finding(alter, change, checks));
    }

    private static boolean isDropped(AlterTable alter, Constraint check) {
        return alter.actions(DropConstraint.class).stream()
                .anyMatch(drop -> drop.constraint().equals(ConstraintNames.of(alter.table(), check)));
    }

    private Finding finding(AlterTable alter, ChangeType change, List<Constraint> checks) {
        var table = alter.table();
        var names =
                checks.stream().map(check -> ConstraintNames.of(table, check)).toList();
        var all = names.stream().map(Identifier::sql).collect(Collectors.joining(", "));
        return finding(
                        change.place(),
                        "changing %s.%s to %s checks %s again: all of %s is read while reads and writes are blocked"
                                .formatted(table, change.column(), change.type(), all, table),
                        "make the check anew as NOT VALID in the same statement, which then takes an instant, and validate it in the next migration, with reads and writes going on",
                        "alter table %s\n  %s;".formatted(table, actions(table, change, checks)),
                        names.stream()
                                .map(name -> "alter table %s validate constraint %s;".formatted(table, name))
                                .collect(Collectors.joining("\n")))
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.SCAN));
    }

    private static String actions(QualifiedName table, ChangeType change, List<Constraint> checks) {
        var drops = checks.stream().map(check -> "drop constraint " + ConstraintNames.of(table, check));
        var type = Stream.of("alter column %s type %s".formatted(change.column(), change.type()));
        var adds = checks.stream().map(check -> "add constraint %s %s not valid"
                .formatted(ConstraintNames.of(table, check), check.definition()));
        return Stream.of(drops, type, adds).flatMap(part -> part).collect(Collectors.joining(",\n  "));
    }
}
