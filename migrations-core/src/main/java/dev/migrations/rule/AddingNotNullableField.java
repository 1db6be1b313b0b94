package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.SetNotNull;
import dev.migrations.rule.KnownSchema.KnownConstraint;
import dev.migrations.rule.LockClaim.Cost;
import java.util.List;

/**
 * {@code SET NOT NULL} reads the whole table under ACCESS EXCLUSIVE, unless a valid check says the same already (PostgreSQL
 * manual, ALTER TABLE; since 12). Since 18, NOT NULL can be added NOT VALID.
 */
final class AddingNotNullableField implements LintRule {

    @Override
    public String code() {
        return "adding-not-nullable-field";
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
        return alter.actions(SetNotNull.class).stream()
                .filter(set -> !isProven(alter, set, around))
                .map(set -> finding(alter, set, around.server()))
                .toList();
    }

    private static boolean isProven(AlterTable alter, SetNotNull set, Surroundings around) {
        return around.schema()
                .findNotNullCheck(alter.table(), set.column())
                .filter(KnownConstraint::isValid)
                .isPresent();
    }

    private Finding finding(AlterTable alter, SetNotNull set, ServerVersion server) {
        return finding(
                        set.place(),
                        "SET NOT NULL on %s.%s reads all of %s while reads and writes are blocked"
                                .formatted(alter.table(), set.column(), alter.table()),
                        "prove it first, with writes going on: a constraint that is not valid yet, validated in a migration of its own",
                        SafeNotNull.steps(alter.table(), set.column(), server))
                .claiming(new LockClaim(alter.table(), LockMode.ACCESS_EXCLUSIVE, Cost.SCAN));
    }
}
