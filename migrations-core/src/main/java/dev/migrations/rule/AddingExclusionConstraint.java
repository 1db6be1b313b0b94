package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.AddConstraint;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** An exclusion constraint builds its index under ACCESS EXCLUSIVE, and can neither be added NOT VALID nor be made of an index (PostgreSQL manual, ALTER TABLE). */
final class AddingExclusionConstraint implements LintRule {

    @Override
    public String code() {
        return "adding-exclusion-constraint";
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
        return alter.actions(AddConstraint.class).stream()
                .filter(add -> add.constraint().kind() == Kind.EXCLUDE)
                .map(add -> finding(alter.table(), add))
                .toList();
    }

    private Finding finding(QualifiedName table, AddConstraint add) {
        var name = ConstraintNames.of(table, add.constraint());
        return finding(
                        add.place(),
                        "adding the exclusion constraint %s blocks reads and writes of %s until its index is built"
                                .formatted(name, table),
                        "PostgreSQL has no safe way: add it while the table is small, or while nobody uses it",
                        LastResort.sql(
                                code(),
                                "nobody uses %s meanwhile".formatted(table),
                                "alter table %s add constraint %s %s;"
                                        .formatted(table, name, add.constraint().definition())))
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.BUILD));
    }
}
