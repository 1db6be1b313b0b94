package dev.migrations.rule;

import dev.migrations.ddl.CreateIndex;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.rule.LockClaim.Cost;
import java.util.List;

/** {@code CREATE INDEX} holds a SHARE lock for the whole build (PostgreSQL manual, CREATE INDEX, "Building Indexes Concurrently"). */
final class RequireConcurrentIndexCreation implements LintRule {

    @Override
    public String code() {
        return "require-concurrent-index-creation";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof CreateIndex index) || index.concurrently() || around.isCold(index.table())) {
            return List.of();
        }
        var table = index.table();
        var name = index.name() == null ? "" : index.name() + " ";
        return List.of(finding(
                        index.place(),
                        "building the index %son %s blocks all writes to %s until it is built"
                                .formatted(name, table, table),
                        "build it concurrently: that takes longer, and blocks neither reads nor writes",
                        "create %sindex concurrently %son %s %s;"
                                .formatted(index.unique() ? "unique " : "", name, table, index.definition()))
                .claiming(new LockClaim(table, LockMode.SHARE, Cost.BUILD)));
    }
}
