package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.CreateTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.Drop;
import dev.migrations.ddl.ObjectKind;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** Which table a name without a schema means is up to the search_path of whoever runs the script (PostgreSQL manual, 5.10.3). */
final class RequireTableSchema implements LintRule {

    @Override
    public String code() {
        return "require-table-schema";
    }

    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        return tables(statement).stream()
                .filter(table -> table.schema() == null)
                .map(table -> finding(
                        statement.place(),
                        "which schema %s is in depends on the search_path of the session that runs this"
                                .formatted(table),
                        "name the schema, such as %s".formatted(new QualifiedName("public", table.name()))))
                .toList();
    }

    private static List<QualifiedName> tables(DdlStatement statement) {
        if (statement instanceof CreateTable create && !create.temporary()) {
            return List.of(create.table());
        }
        if (statement instanceof AlterTable alter) {
            return List.of(alter.table());
        }
        return statement instanceof Drop drop && drop.kind() == ObjectKind.TABLE ? drop.names() : List.of();
    }
}
