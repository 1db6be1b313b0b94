package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Maintenance;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** VACUUM FULL and CLUSTER write a table anew under ACCESS EXCLUSIVE; REPACK (CONCURRENTLY), since 19, lets everybody work until an instant at its end (PostgreSQL manual, REPACK). */
final class PreferRepack implements LintRule {

    @Override
    public String code() {
        return "prefer-repack";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!around.server().isAtLeast(19)) {
            return List.of();
        }
        if (statement instanceof Maintenance.Vacuum vacuum && vacuum.full()) {
            return vacuum.tables().isEmpty()
                    ? List.of(finding(statement, "VACUUM FULL", null, null))
                    : vacuum.tables().stream()
                            .filter(table -> !around.isCold(table))
                            .map(table -> finding(statement, "VACUUM FULL", table, null))
                            .toList();
        }
        if (statement instanceof Maintenance.Cluster cluster) {
            return judge(statement, "CLUSTER", cluster.table(), cluster.index(), around);
        }
        return statement instanceof Maintenance.Repack repack && !repack.concurrently()
                ? judge(statement, "REPACK without CONCURRENTLY", repack.table(), null, around)
                : List.of();
    }

    private List<Finding> judge(
            DdlStatement statement,
            String command,
            @Nullable QualifiedName table,
            @Nullable Identifier index,
            Surroundings around) {
        return table != null && around.isCold(table) ? List.of() : List.of(finding(statement, command, table, index));
    }

    private Finding finding(
            DdlStatement statement, String command, @Nullable QualifiedName table, @Nullable Identifier index) {
        if (table == null) {
            return finding(
                    statement.place(),
                    "%s writes each table in turn anew while its reads and writes are blocked".formatted(command),
                    "name the tables that need it, one statement each: repack (concurrently) …");
        }
        return finding(
                        statement.place(),
                        "%s writes all of %s anew while reads and writes are blocked".formatted(command, table),
                        "let REPACK write it anew concurrently, with an instant of blocking at the end; the table needs a primary key or a replica identity",
                        "repack (concurrently) %s%s;".formatted(table, index == null ? "" : " using index " + index))
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.REWRITE));
    }
}
