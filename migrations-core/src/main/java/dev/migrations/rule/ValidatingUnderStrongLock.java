package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.ValidateConstraint;
import dev.migrations.rule.KnownSchema.KnownConstraint;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** VALIDATE CONSTRAINT itself lets everybody work, but a lock that its transaction took before is held until its commit (PostgreSQL manual, 13.3.1). */
final class ValidatingUnderStrongLock implements LintRule {

    @Override
    public String code() {
        return "validating-under-strong-lock";
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
        return alter.actions(ValidateConstraint.class).stream()
                .filter(validate -> !isFresh(alter.table(), validate, around.schema()))
                .flatMap(validate ->
                        findHeld(alter, around).map(mode -> finding(alter.table(), validate, mode)).stream())
                .toList();
    }

    /** Added in the same transaction: that is what constraint-missing-not-valid is about. */
    private static boolean isFresh(QualifiedName table, ValidateConstraint validate, KnownSchema schema) {
        return schema.findConstraint(table, validate.constraint())
                .filter(KnownConstraint::isFresh)
                .isPresent();
    }

    /** Held by the statement itself, for another of its sub-commands, or by those before it. */
    private static Optional<LockMode> findHeld(AlterTable alter, Surroundings around) {
        var own = Optional.of(ActionLocks.of(alter)).filter(LockMode::blocksWrites);
        var earlier = TakenLocks.findHeld(around.transaction(), alter.table(), around.schema());
        return Stream.concat(own.stream(), earlier.stream()).max(LockMode::compareTo);
    }

    private Finding finding(QualifiedName table, ValidateConstraint validate, LockMode held) {
        return finding(
                        validate.place(),
                        "%s is validated while the same transaction holds %s on %s: %s are blocked until all of %s is read"
                                .formatted(validate.constraint(), held, table, held.blocked(), table),
                        "validate it in a migration of its own, with reads and writes going on",
                        "alter table %s validate constraint %s;".formatted(table, validate.constraint()))
                .claiming(new LockClaim(table, LockMode.SHARE_UPDATE_EXCLUSIVE, Cost.SCAN));
    }
}
