package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.Drop;
import dev.migrations.ddl.ObjectKind;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** The running version of the application still uses a table that is dropped under it, and its rows are gone. */
final class BanDropTable implements LintRule {

    @Override
    public String code() {
        return "ban-drop-table";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof Drop drop) || drop.kind() != ObjectKind.TABLE) {
            return List.of();
        }
        return drop.names().stream()
                .filter(table -> !around.isCold(table))
                .map(table -> finding(drop, table))
                .toList();
    }

    private Finding finding(Drop drop, QualifiedName table) {
        return finding(
                        drop.place(),
                        "dropping %s breaks every instance that still reads or writes it, and its rows are gone; reads and writes of it, and of the tables that its foreign keys point to, are blocked for an instant"
                                .formatted(table),
                        "deploy a version that no longer knows the table, and drop it in a later migration that says so",
                        """
                        -- migrations: lint-ignore=ban-drop-table because no running version knows %s
                        drop table %s%s;""".formatted(table, drop.ifExists() ? "if exists " : "", table))
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT));
    }
}
