package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.RowChange.Truncate;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** {@code TRUNCATE … CASCADE} empties all tables with a foreign key to the named ones, and those with one to them (PostgreSQL manual, TRUNCATE). */
final class BanTruncateCascade implements LintRule {

    @Override
    public String code() {
        return "ban-truncate-cascade";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof Truncate truncate)
                || !truncate.cascade()
                || truncate.tables().stream().allMatch(around::isCold)) {
            return List.of();
        }
        var tables = truncate.tables().stream().map(QualifiedName::sql).collect(Collectors.joining(", "));
        return List.of(finding(
                        truncate.place(),
                        "CASCADE empties not only %s but every table with a foreign key to it, and so on; reads and writes of all of them are blocked until the transaction ends"
                                .formatted(tables),
                        "name each table that is to be empty: PostgreSQL refuses as long as one is missing, and names it",
                        "truncate %s;".formatted(tables))
                .claiming(truncate.tables().stream()
                        .map(table -> new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT))
                        .toArray(LockClaim[]::new)));
    }
}
