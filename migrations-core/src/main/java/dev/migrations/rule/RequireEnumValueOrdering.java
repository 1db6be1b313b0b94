package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.EnumChange.AddValue;
import java.util.List;

/** A value without BEFORE or AFTER is put behind all others, and values compare and sort in that order (PostgreSQL manual, ALTER TYPE and 8.7.2). */
final class RequireEnumValueOrdering implements LintRule {

    @Override
    public String code() {
        return "require-enum-value-ordering";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof AddValue add) || add.hasPosition()) {
            return List.of();
        }
        return List.of(finding(
                add.place(),
                "%s comes after all other values of %s when they are sorted or compared, and nothing can move it later"
                        .formatted(add.value(), add.type()),
                "say where it belongs, with BEFORE or AFTER one of the values that are there; if that is the end, say so",
                """
                -- migrations: lint-ignore=require-enum-value-ordering because %s belongs behind all others
                alter type %s add value %s%s;""".formatted(add.value(), add.type(), add.ifNotExists() ? "if not exists " : "", add.value())));
    }
}
