package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.Drop;
import dev.migrations.ddl.ObjectKind;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** DROP SCHEMA … CASCADE drops everything that is in a schema, whatever it is by then (PostgreSQL manual, DROP SCHEMA). */
final class BanDropSchema implements LintRule {

    @Override
    public String code() {
        return "ban-drop-schema";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof Drop drop) || drop.kind() != ObjectKind.SCHEMA) {
            return List.of();
        }
        return drop.names().stream().map(schema -> finding(drop, schema)).toList();
    }

    private Finding finding(Drop drop, QualifiedName schema) {
        var safe = """
                -- migrations: lint-ignore=ban-drop-schema because nobody uses %s any more
                drop schema %s%s;""".formatted(schema, drop.ifExists() ? "if exists " : "", schema);
        if (drop.cascade()) {
            return finding(
                    drop.place(),
                    "dropping the schema %s takes every table in it with all rows, and what depends on them elsewhere; all of it is locked against reads and writes at once"
                            .formatted(schema),
                    "drop what is in it by name, in migrations of its own, and the empty schema last: without CASCADE, PostgreSQL refuses as long as something is left",
                    safe);
        }
        return finding(
                        drop.place(),
                        "dropping the schema %s breaks every instance that still has it in its search_path or names it"
                                .formatted(schema),
                        "deploy a version that no longer knows the schema, and drop it in a later migration that says so",
                        safe)
                .weighing(Severity.WARNING);
    }
}
