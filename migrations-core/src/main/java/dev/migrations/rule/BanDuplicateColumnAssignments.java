package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.RowChange;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL refuses to assign a column twice in one statement (checkInsertTargets in parse_target.c, rewriteTargetListIU in rewriteHandler.c). */
final class BanDuplicateColumnAssignments implements LintRule {

    @Override
    public String code() {
        return "ban-duplicate-column-assignments";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (statement instanceof RowChange.Update update) {
            return findings(statement, update.table(), update.assigned());
        }
        if (statement instanceof RowChange.Insert insert) {
            return Stream.of(insert.assigned(), insert.updated())
                    .flatMap(columns -> findings(statement, insert.table(), columns).stream())
                    .toList();
        }
        return List.of();
    }

    private List<Finding> findings(DdlStatement statement, QualifiedName table, List<Identifier> columns) {
        return twice(columns)
                .map(column -> finding(
                        statement.place(),
                        "%s of %s is assigned more than once: PostgreSQL refuses the statement"
                                .formatted(column, table),
                        "keep the one value of %s that is meant, and delete the others".formatted(column)))
                .toList();
    }

    private static Stream<Identifier> twice(List<Identifier> columns) {
        var seen = new HashSet<Identifier>();
        return columns.stream().filter(column -> !seen.add(column)).distinct();
    }
}
