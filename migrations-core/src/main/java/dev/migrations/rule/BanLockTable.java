package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Maintenance.Lock;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.Locale;

/** {@code LOCK TABLE} in SHARE or stronger blocks writes, and ACCESS EXCLUSIVE reads too, until the transaction ends (PostgreSQL manual, LOCK). */
final class BanLockTable implements LintRule {

    @Override
    public String code() {
        return "ban-lock-table";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof Lock lock)) {
            return List.of();
        }
        return LockMode.find(lock.mode()).filter(LockMode::blocksWrites).stream()
                .flatMap(mode -> lock.tables().stream()
                        .filter(table -> !around.isCold(table))
                        .map(table -> finding(lock, table, mode)))
                .toList();
    }

    private Finding finding(Lock lock, QualifiedName table, LockMode mode) {
        return finding(
                        lock.place(),
                        "LOCK TABLE in %s mode blocks %s of %s until the transaction ends"
                                .formatted(mode, mode.blocked(), table),
                        "leave it out: each statement takes the lock that it needs; where two must see the same rows, keep what follows short and say so",
                        LastResort.sql(
                                code(),
                                "what follows takes an instant",
                                "lock table %s in %s mode;"
                                        .formatted(table, mode.toString().toLowerCase(Locale.ROOT))))
                .claiming(new LockClaim(table, mode, Cost.INSTANT));
    }
}
