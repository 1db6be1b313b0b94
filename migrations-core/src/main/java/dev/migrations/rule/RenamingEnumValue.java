package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.EnumChange.RenameValue;
import dev.migrations.rule.KnownSchema.KnownColumn;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** The running version of the application still reads and writes the old value; values can be added and renamed, and never dropped (PostgreSQL manual, ALTER TYPE). */
final class RenamingEnumValue implements LintRule {

    /** Where no script says which columns have the type. */
    private static final KnownColumn EXAMPLE =
            new KnownColumn(new QualifiedName(null, "a_table"), new Identifier("a_column"));

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
        var schema = around.schema();
        var known = schema.columnsOf(rename.type());
        var columns = known.isEmpty() ? List.of(EXAMPLE) : known;
        var files = SafeFiles.of(around)
                .add("alter type %s add value %s after %s;"
                        .formatted(rename.type(), rename.newValue(), rename.value()));
        columns.forEach(column -> files.addBackfill(changing(column, rename, schema)));
        var example = known.isEmpty()
                ? "; put the table and the column where this says %s and %s".formatted(EXAMPLE.table(), EXAMPLE.name())
                : "";
        var keys = columns.stream().map(column -> Batches.keyAdvice(schema, column.table()));
        return List.of(finding(
                rename.place(),
                "renaming %s of %s to %s breaks every instance that still reads or writes %s"
                        .formatted(rename.value(), rename.type(), rename.newValue(), rename.value()),
                "add the new value, deploy a version that reads both and writes the new one, and change the old rows by a backfill; the old value stays behind, unused"
                        + example
                        + keys.distinct().collect(Collectors.joining()),
                files.toArray()));
    }

    private static String changing(KnownColumn column, RenameValue rename, KnownSchema schema) {
        return Batches.byKey(
                schema,
                column.table(),
                "update %s set %s = %s".formatted(column.table(), column.name(), rename.newValue()),
                "%s = %s".formatted(column.name(), rename.value()));
    }
}
