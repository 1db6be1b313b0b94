package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Place;
import dev.migrations.ddl.TableAction.AddColumn;
import dev.migrations.ddl.TableAction.AddConstraint;
import dev.migrations.rule.LockClaim.Cost;
import java.util.List;
import java.util.stream.Stream;

/** A UNIQUE constraint builds its index under ACCESS EXCLUSIVE, unless it is made of an index that is there (PostgreSQL manual, ALTER TABLE, ADD table_constraint_using_index). */
final class DisallowedUniqueConstraint implements LintRule {

    @Override
    public String code() {
        return "disallowed-unique-constraint";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof AlterTable alter) || around.isCold(alter.table())) {
            return List.of();
        }
        var table = alter.table();
        var ofTable = alter.actions(AddConstraint.class).stream()
                .filter(add -> isBuilt(add.constraint()))
                .map(add -> ofTable(add, new ConcurrentKey(table, add.constraint())));
        var inColumns = alter.actions(AddColumn.class).stream().flatMap(add -> add.column().constraints().stream()
                .filter(DisallowedUniqueConstraint::isBuilt)
                .map(constraint -> inColumn(add, new ConcurrentKey(table, constraint), around)));
        return Stream.concat(ofTable, inColumns).toList();
    }

    private static boolean isBuilt(Constraint constraint) {
        return constraint.kind() == Kind.UNIQUE && constraint.index() == null;
    }

    private Finding ofTable(AddConstraint add, ConcurrentKey key) {
        return key.isPossible()
                ? finding(
                        add.place(),
                        key,
                        "build its index concurrently, which blocks nobody, and make the constraint of it, which takes an instant",
                        key.createIndex() + "\n" + key.addConstraint())
                : finding(
                        add.place(),
                        key,
                        "no other way is open to a key WITHOUT OVERLAPS: do it while nobody uses the table",
                        LastResort.sql(
                                code(),
                                "nobody uses %s meanwhile".formatted(key.table()),
                                "alter table %s add constraint %s %s;"
                                        .formatted(
                                                key.table(),
                                                key.name(),
                                                add.constraint().definition())));
    }

    private Finding inColumn(AddColumn add, ConcurrentKey key, Surroundings around) {
        var column = NewColumn.of(key.table(), add.column());
        var files = column.filled(around).add(key.createIndex() + "\n" + key.addConstraint());
        column.demand(files, around.server());
        return finding(
                key.key().place(),
                key,
                "add the column first; build the index concurrently, which blocks nobody, and make the constraint of it, which takes an instant"
                        + column.keyAdvice(around.schema()),
                files.toArray());
    }

    private Finding finding(Place place, ConcurrentKey key, String advice, String... steps) {
        var table = key.table();
        return finding(
                        place,
                        "adding the unique constraint %s blocks reads and writes of %s until its index is built"
                                .formatted(key.name(), table),
                        advice,
                        steps)
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.BUILD));
    }
}
