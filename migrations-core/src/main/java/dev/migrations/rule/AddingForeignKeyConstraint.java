package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.Constraint.Validity;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.AddColumn;
import dev.migrations.ddl.TableAction.AddConstraint;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A foreign key that is added as valid is checked under SHARE ROW EXCLUSIVE on both tables (PostgreSQL manual, ALTER TABLE). */
final class AddingForeignKeyConstraint implements LintRule {

    @Override
    public String code() {
        return "adding-foreign-key-constraint";
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
        var ofTable = alter.actions(AddConstraint.class).stream()
                .filter(add -> isChecked(add.constraint()))
                .map(add -> ofTable(alter.table(), add.constraint()));
        var inColumns = alter.actions(AddColumn.class).stream()
                .filter(AddingForeignKeyConstraint::isFilled)
                .flatMap(add -> add.column().constraints().stream()
                        .filter(AddingForeignKeyConstraint::isChecked)
                        .map(constraint -> inColumn(alter.table(), add, constraint)));
        return Stream.concat(ofTable, inColumns).toList();
    }

    private static boolean isChecked(Constraint constraint) {
        return constraint.kind() == Kind.FOREIGN_KEY && constraint.validity() == Validity.VALID;
    }

    /** A new column that is null everywhere has nothing to check (transformAlterTableStmt in parse_utilcmd.c). */
    private static boolean isFilled(AddColumn add) {
        var value = add.column().defaultValue();
        return value != null && !value.isNull();
    }

    private Finding ofTable(QualifiedName table, Constraint constraint) {
        return finding(table, constraint, notValid(table, constraint, constraint.definition()));
    }

    private Finding inColumn(QualifiedName table, AddColumn add, Constraint constraint) {
        var column = add.column();
        var definition = "foreign key (%s) %s".formatted(column.name(), constraint.definition());
        return finding(
                table,
                constraint,
                "alter table %s add column %s %s;\n%s"
                        .formatted(table, column.name(), column.type(), notValid(table, constraint, definition)));
    }

    private static String notValid(QualifiedName table, Constraint constraint, String definition) {
        return "alter table %s add constraint %s %s not valid;"
                .formatted(table, ConstraintNames.of(table, constraint), definition);
    }

    private Finding finding(QualifiedName table, Constraint constraint, String safe) {
        var referenced = Objects.requireNonNull(constraint.references());
        var name = ConstraintNames.of(table, constraint);
        return finding(
                        constraint.place(),
                        "adding the foreign key %s reads all of %s while writes to %s and to %s are blocked"
                                .formatted(name, table, table, referenced),
                        "add it NOT VALID, which takes an instant, and validate it in the next migration, with writes going on",
                        safe,
                        "alter table %s validate constraint %s;".formatted(table, name))
                .claiming(
                        new LockClaim(table, LockMode.SHARE_ROW_EXCLUSIVE, Cost.SCAN),
                        new LockClaim(referenced, LockMode.SHARE_ROW_EXCLUSIVE, Cost.INSTANT));
    }
}
