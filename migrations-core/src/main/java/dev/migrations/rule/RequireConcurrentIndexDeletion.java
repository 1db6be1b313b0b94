package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.ObjectKind;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** {@code DROP INDEX} locks the index's table against everybody (PostgreSQL manual, DROP INDEX): for an instant, once it has waited for all who use it. */
final class RequireConcurrentIndexDeletion implements LintRule {

    private static final String PARTITIONED =
            "the index of a partitioned table cannot be dropped concurrently: let it wait for its lock no longer than the engine does by itself, and say so";

    @Override
    public String code() {
        return "require-concurrent-index-deletion";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof DdlStatement.Drop drop) || drop.kind() != ObjectKind.INDEX || drop.concurrently()) {
            return List.of();
        }
        return drop.names().stream()
                .filter(index -> around.schema()
                        .findTableOfIndex(index)
                        .filter(around::isCold)
                        .isEmpty())
                .map(index -> finding(drop, index, around.schema()))
                .toList();
    }

    private Finding finding(DdlStatement.Drop drop, QualifiedName index, KnownSchema schema) {
        var table = schema.findTableOfIndex(index);
        var isPartitioned = table.flatMap(schema::findPartitioning).isPresent();
        var ifExists = drop.ifExists() ? "if exists " : "";
        return finding(
                        drop.place(),
                        "dropping the index %s blocks reads and writes of %s for an instant, and from the moment on that it begins to wait for those who use it"
                                .formatted(index, table.map(QualifiedName::sql).orElse("its table")),
                        isPartitioned ? PARTITIONED : advice(drop),
                        isPartitioned
                                ? LastResort.sql(
                                        code(),
                                        "%s is partitioned".formatted(table.get()),
                                        "drop index %s%s;".formatted(ifExists, index))
                                : "drop index concurrently %s%s;".formatted(ifExists, index))
                .claiming(new LockClaim(table.orElse(index), LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT));
    }

    private static String advice(DdlStatement.Drop drop) {
        return drop.cascade()
                ? "drop the constraints that need it in a migration before, and then the index concurrently, which knows no CASCADE"
                : "drop it concurrently: that waits too, and blocks neither reads nor writes meanwhile";
    }
}
