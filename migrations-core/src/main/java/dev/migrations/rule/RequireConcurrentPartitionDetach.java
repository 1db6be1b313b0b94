package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.DetachPartition;
import dev.migrations.ddl.TableAction.DetachPartition.Mode;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** {@code DETACH PARTITION} locks the whole partitioned table; since 14, CONCURRENTLY does not, unless there is a default partition (PostgreSQL manual, ALTER TABLE). */
final class RequireConcurrentPartitionDetach implements LintRule {

    @Override
    public String code() {
        return "require-concurrent-partition-detach";
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
        if (around.schema().findDefaultPartition(alter.table()).isPresent()) {
            return List.of(); // concurrently, it is refused
        }
        return alter.actions(DetachPartition.class).stream()
                .filter(detach -> detach.mode() == Mode.BLOCKING)
                .map(detach -> finding(alter.table(), detach))
                .toList();
    }

    private Finding finding(QualifiedName table, DetachPartition detach) {
        return finding(
                        detach.place(),
                        "detaching %s blocks reads and writes of all of %s for an instant, and from the moment on that it begins to wait for those who use it"
                                .formatted(detach.partition(), table),
                        "detach it concurrently, which a default partition of %s would forbid".formatted(table),
                        "alter table %s detach partition %s concurrently;".formatted(table, detach.partition()))
                .claiming(
                        new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT),
                        new LockClaim(detach.partition(), LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT));
    }
}
