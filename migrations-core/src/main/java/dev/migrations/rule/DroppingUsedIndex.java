package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.Drop;
import dev.migrations.ddl.ObjectKind;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** With a database at hand: queries used the index until now, and will read the whole table (pg_stat_user_indexes.idx_scan). */
final class DroppingUsedIndex implements LintRule {

    @Override
    public String code() {
        return "dropping-used-index";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof Drop drop) || drop.kind() != ObjectKind.INDEX) {
            return List.of();
        }
        return drop.names().stream()
                .flatMap(index -> judge(drop, index, around))
                .toList();
    }

    private Stream<Finding> judge(Drop drop, QualifiedName index, Surroundings around) {
        return around.schema().findIndex(index).stream()
                .filter(use -> use.scans() > 0)
                .map(use -> finding(
                        drop.place(),
                        "%s was used %d times: the queries that used it will read all of %s"
                                .formatted(index, use.scans(), use.table()),
                        "see in pg_stat_user_indexes that idx_scan stands still before you drop it, and say so",
                        LastResort.sql(
                                code(),
                                "idx_scan of %s stands still".formatted(index),
                                "drop index concurrently if exists %s;".formatted(index))));
    }
}
