package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Place;
import dev.migrations.ddl.TableAction.DropConstraint;
import dev.migrations.ddl.TableAction.DropNotNull;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.Identifier;
import java.util.List;
import java.util.stream.Stream;

/** The running version of the application may not expect a null in what it reads. */
final class BanDropNotNull implements LintRule {

    @Override
    public String code() {
        return "ban-drop-not-null";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof AlterTable alter) || around.isCold(alter.table())) {
            return List.of();
        }
        var columns = alter.actions(DropNotNull.class).stream()
                .map(drop -> finding(
                        alter, drop.place(), drop.column(), "alter column %s drop not null".formatted(drop.column())));
        var constraints = alter.actions(DropConstraint.class).stream()
                .flatMap(drop -> around.schema().findConstraint(alter.table(), drop.constraint()).stream()
                        .filter(known -> known.constraint().kind() == Kind.NOT_NULL)
                        .flatMap(known -> known.constraint().columns().stream())
                        .map(column -> finding(alter, drop.place(), column, "drop constraint " + drop.constraint())));
        return Stream.concat(columns, constraints).toList();
    }

    private Finding finding(AlterTable alter, Place place, Identifier column, String action) {
        var table = alter.table();
        return finding(
                        place,
                        "from here on, %s of %s may be null, which the running version may not expect when it reads it; reads and writes are blocked for an instant"
                                .formatted(column, table),
                        "deploy a version that can read a null there, before any writes one, and say so",
                        """
                        -- migrations: lint-ignore=ban-drop-not-null because every running version can read a null in %s.%s
                        alter table %s %s;""".formatted(table, column, table, action))
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT));
    }
}
