package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.Constraint.Validity;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.AddConstraint;
import dev.migrations.ddl.TableAction.ValidateConstraint;
import dev.migrations.rule.KnownSchema.KnownConstraint;
import dev.migrations.rule.LockClaim.Cost;
import java.util.List;
import java.util.stream.Stream;

/**
 * A check that is added as valid is checked under ACCESS EXCLUSIVE; one that is validated in the transaction that added it is
 * checked under the lock that adding it took, which is held to the end (PostgreSQL manual, ALTER TABLE, "Notes").
 */
final class ConstraintMissingNotValid implements LintRule {

    @Override
    public String code() {
        return "constraint-missing-not-valid";
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
        var added = alter.actions(AddConstraint.class).stream()
                .filter(add -> isScanned(add.constraint()))
                .map(add -> added(alter, add));
        var validated = alter.actions(ValidateConstraint.class).stream()
                .flatMap(validate ->
                        findFresh(alter, validate, around).map(constraint -> validated(alter, validate, constraint)));
        return Stream.concat(added, validated).toList();
    }

    private static boolean isScanned(Constraint constraint) {
        var scans = constraint.kind() == Kind.CHECK || constraint.kind() == Kind.NOT_NULL;
        return scans && constraint.validity() == Validity.VALID;
    }

    private static Stream<Constraint> findFresh(AlterTable alter, ValidateConstraint validate, Surroundings around) {
        return around
                .schema()
                .findConstraint(alter.table(), validate.constraint())
                .filter(KnownConstraint::isFresh)
                .map(KnownConstraint::constraint)
                .stream();
    }

    private Finding added(AlterTable alter, AddConstraint add) {
        var table = alter.table();
        var constraint = add.constraint();
        var name = ConstraintNames.of(table, constraint);
        return finding(
                        add.place(),
                        "adding %s to %s reads all of %s while reads and writes are blocked"
                                .formatted(name, table, table),
                        "add it NOT VALID, which takes an instant, and validate it in the next migration, with reads and writes going on",
                        "alter table %s add constraint %s %s not valid;"
                                .formatted(table, name, constraint.definition()),
                        "alter table %s validate constraint %s;".formatted(table, name))
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.SCAN));
    }

    private Finding validated(AlterTable alter, ValidateConstraint validate, Constraint constraint) {
        var table = alter.table();
        var blocked = constraint.kind() == Kind.FOREIGN_KEY ? "writes" : "reads and writes";
        return finding(
                        validate.place(),
                        "%s is validated in the transaction that added it, whose lock on %s blocks %s until the scan is done"
                                .formatted(validate.constraint(), table, blocked),
                        "validate it in the next migration",
                        "alter table %s validate constraint %s;".formatted(table, validate.constraint()))
                .claiming(new LockClaim(table, LockMode.SHARE_UPDATE_EXCLUSIVE, Cost.SCAN));
    }
}
