package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DataType;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Maintenance;
import dev.migrations.ddl.Place;
import dev.migrations.ddl.TableAction;
import dev.migrations.ddl.TableAction.SetExpression;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** These copy all rows, and build all indexes anew, under ACCESS EXCLUSIVE (PostgreSQL manual, ALTER TABLE, VACUUM and CLUSTER). */
final class RewritingTable implements LintRule {

    @Override
    public String code() {
        return "rewriting-table";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (statement instanceof AlterTable alter) {
            return around.isCold(alter.table())
                    ? List.of()
                    : ofTable(alter, around).toList();
        }
        if (around.server().isAtLeast(19)) {
            return List.of(); // there is REPACK: prefer-repack
        }
        if (statement instanceof Maintenance.Vacuum vacuum && vacuum.full()) {
            return vacuumed(vacuum, around);
        }
        if (statement instanceof Maintenance.Cluster cluster) {
            var table = cluster.table();
            return table != null && around.isCold(table) ? List.of() : List.of(clustered(cluster));
        }
        return List.of();
    }

    private Stream<Finding> ofTable(AlterTable alter, Surroundings around) {
        var table = alter.table();
        var moved =
                alter.actions(TableAction.Move.class).stream().map(move -> copied(move.place(), table, move.action()));
        var computed = alter.actions(SetExpression.class).stream().map(set -> around.schema()
                .findType(table, set.column())
                .map(type -> replaced(table, set, type, around))
                .orElseGet(() -> copied(set.place(), table, action(set))));
        return Stream.concat(moved, computed);
    }

    private static String action(SetExpression set) {
        return "alter column %s set expression as (%s)".formatted(set.column(), set.value());
    }

    /** A generated column whose type is known needs no rewrite: another one can be filled beside it. */
    private Finding replaced(QualifiedName table, SetExpression set, DataType type, Surroundings around) {
        var second = new ComputedColumn(
                table, new Identifier(set.column().name() + "_new"), type.written(), "(%s)".formatted(set.value()));
        return rewritten(
                set.place(),
                table,
                anew(table, action(set)),
                "add a plain column that a trigger computes, fill the old rows by a backfill, let the application move over, and drop the old column last"
                        + Batches.keyAdvice(around.schema(), table),
                second.files(around)
                        .add(LastResort.sql(
                                "ban-drop-column",
                                "no running version knows %s.%s".formatted(table, set.column()),
                                "alter table %s drop column %s;".formatted(table, set.column())))
                        .toArray());
    }

    private static String anew(QualifiedName table, String action) {
        return "all of %s is written anew for %s: reads and writes are blocked meanwhile".formatted(table, action);
    }

    private Finding copied(Place place, QualifiedName table, String action) {
        return rewritten(
                place,
                table,
                anew(table, action),
                "no SQL does it otherwise: do it while nobody uses the table",
                lastResort("alter table %s %s;".formatted(table, action), table));
    }

    private List<Finding> vacuumed(Maintenance.Vacuum vacuum, Surroundings around) {
        if (vacuum.tables().isEmpty()) {
            return List.of(vacuumed(vacuum.place(), null));
        }
        return vacuum.tables().stream()
                .filter(table -> !around.isCold(table))
                .map(table -> vacuumed(vacuum.place(), table))
                .toList();
    }

    private Finding vacuumed(Place place, @Nullable QualifiedName table) {
        var name = table == null ? "each table in turn" : "all of " + table;
        return rewritten(
                place,
                table,
                "VACUUM FULL writes %s anew while reads and writes are blocked".formatted(name),
                "a plain VACUUM makes the room usable again with everybody working; only what gives it back to the disk must write anew",
                table == null ? "vacuum (analyze);" : "vacuum (analyze) %s;".formatted(table));
    }

    private Finding clustered(Maintenance.Cluster cluster) {
        var table = cluster.table();
        var name = table == null ? "each clustered table in turn" : "all of " + table;
        var index = cluster.index() == null ? "" : " using " + cluster.index();
        return rewritten(
                cluster.place(),
                table,
                "CLUSTER writes %s anew while reads and writes are blocked".formatted(name),
                "no SQL does it otherwise before PostgreSQL 19: do it while nobody uses the table",
                lastResort(table == null ? "cluster;" : "cluster %s%s;".formatted(table, index), table));
    }

    private String lastResort(String statement, @Nullable QualifiedName table) {
        var used = table == null ? "the clustered tables" : table.sql();
        return LastResort.sql(code(), "nobody uses %s meanwhile".formatted(used), statement);
    }

    private Finding rewritten(
            Place place, @Nullable QualifiedName table, String message, String advice, String... sql) {
        var found = finding(place, message, advice, sql);
        return table == null ? found : found.claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.REWRITE));
    }
}
