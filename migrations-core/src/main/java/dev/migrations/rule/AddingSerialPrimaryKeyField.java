package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Place;
import dev.migrations.ddl.TableAction.AddColumn;
import dev.migrations.ddl.TableAction.AddConstraint;
import dev.migrations.rule.LockClaim.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A primary key builds its index, and proves NOT NULL of its columns, under ACCESS EXCLUSIVE; made of an index that is there, it only proves NOT NULL where that is not known (PostgreSQL manual, ALTER TABLE). */
final class AddingSerialPrimaryKeyField implements LintRule {

    @Override
    public String code() {
        return "adding-serial-primary-key-field";
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
                .map(add -> ofTable(add, new ConcurrentKey(table, add.constraint()), around.server()));
        var inColumns = alter.actions(AddColumn.class).stream().flatMap(add -> add.column().constraints().stream()
                .filter(AddingSerialPrimaryKeyField::isBuilt)
                .map(constraint -> inColumn(add, new ConcurrentKey(table, constraint), around)));
        return Stream.concat(ofTable, inColumns).toList();
    }

    private static boolean isBuilt(Constraint constraint) {
        return constraint.kind() == Kind.PRIMARY_KEY && constraint.index() == null;
    }

    private Finding ofTable(AddConstraint add, ConcurrentKey key, ServerVersion server) {
        if (!key.isPossible()) {
            return finding(
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
        return finding(
                add.place(),
                key,
                "build its index concurrently, prove NOT NULL (leave that out where a column is NOT NULL already), and make the key of both, which takes an instant",
                steps(key, server));
    }

    private Finding inColumn(AddColumn add, ConcurrentKey key, Surroundings around) {
        var column = NewColumn.of(key.table(), add.column());
        var files = column.filled(around).add(steps(key, around.server()));
        column.becomeIdentity().ifPresent(files::add);
        return finding(
                key.key().place(),
                key,
                "add the column first, fill the old rows %s, build the index concurrently, prove NOT NULL, and make the key of both, which takes an instant"
                        .formatted(column.howFilled()),
                files.toArray());
    }

    private static String[] steps(ConcurrentKey key, ServerVersion server) {
        var steps = new ArrayList<StringBuilder>();
        steps.add(new StringBuilder(key.createIndex()));
        for (var column : key.key().columns()) {
            var proof = SafeNotNull.steps(key.table(), column, server);
            for (var i = 0; i < proof.length; i++) {
                if (steps.size() == i) {
                    steps.add(new StringBuilder());
                }
                steps.get(i).append('\n').append(proof[i]);
            }
        }
        if (steps.size() == 2) {
            steps.add(new StringBuilder());
        }
        steps.get(2).append('\n').append(key.addConstraint());
        return steps.stream().map(StringBuilder::toString).toArray(String[]::new);
    }

    private Finding finding(Place place, ConcurrentKey key, String advice, String... steps) {
        var table = key.table();
        return finding(
                        place,
                        "adding the primary key %s blocks reads and writes of %s until its index is built"
                                .formatted(key.name(), table),
                        advice,
                        steps)
                .claiming(new LockClaim(table, LockMode.ACCESS_EXCLUSIVE, Cost.BUILD));
    }
}
