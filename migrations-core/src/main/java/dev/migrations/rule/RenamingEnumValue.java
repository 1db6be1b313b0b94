package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.EnumChange.RenameValue;
import java.util.List;

/** The running version of the application still reads and writes the old value; values can be added and renamed, and never dropped (PostgreSQL manual, ALTER TYPE). */
final class RenamingEnumValue implements LintRule {

    @Override
    public String code() {
        return "renaming-enum-value";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof RenameValue rename) || around.isCold(rename.type())) {
            return List.of();
        }
        return List.of(finding(
                rename.place(),
                "renaming %s of %s to %s breaks every instance that still reads or writes %s"
                        .formatted(rename.value(), rename.type(), rename.newValue(), rename.value()),
                "add the new value, deploy a version that reads both and writes the new one, and change the old rows in batches; the old value stays behind, unused",
                "alter type %s add value %s after %s;".formatted(rename.type(), rename.newValue(), rename.value())));
    }
}
