package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.AlterObject;
import dev.migrations.ddl.ObjectKind;
import java.util.List;

/** The running version of the application, its search path and the bodies of functions still name the old schema. */
final class RenamingSchema implements LintRule {

    @Override
    public String code() {
        return "renaming-schema";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof AlterObject alter) || alter.kind() != ObjectKind.SCHEMA || alter.newName() == null) {
            return List.of();
        }
        var schema = alter.name();
        var newName = alter.newName();
        return List.of(finding(
                alter.place(),
                "renaming the schema %s to %s breaks every instance, search_path and function body that still names %s"
                        .formatted(schema, newName, schema),
                "make a second schema and move one table after the other, each with a view in its place; or rename it once no running version names it",
                """
                -- migrations: lint-ignore=renaming-schema because no running version names %s
                alter schema %s rename to %s;""".formatted(schema, schema, newName)));
    }
}
