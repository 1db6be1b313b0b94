package dev.migrations.rule;

import dev.migrations.ddl.DataType;
import dev.migrations.script.Identifier;

/**
 * The limit of a varchar(n) can only be lowered under ACCESS EXCLUSIVE with a scan or a rewrite, that of a check is replaced with
 * reads and writes going on; text and varchar are stored alike (PostgreSQL manual, 8.3, Tip).
 */
final class PreferTextField implements ColumnTypeRule {

    @Override
    public String code() {
        return "prefer-text-field";
    }

    @Override
    public boolean isBad(DataType type) {
        return type.name().equals("varchar") && !type.modifiers().isEmpty();
    }

    @Override
    public Finding judge(TypedColumn column, Surroundings around) {
        var table = column.table();
        var message =
                "the limit of %s in %s is a part of its type: to change it takes a lock that blocks reads and writes, and a lower one writes all of %s anew"
                        .formatted(column.name(), table, table);
        var name = new Identifier(table.name() + "_" + column.name().name() + "_length");
        var limit = "check (char_length(%s) <= %s)"
                .formatted(column.name(), column.type().modifiers().get(0));
        if (column.type().isArray()) {
            return retype(column, around, message, "use text", "text");
        }
        if (column.definition() != null && !column.isAdded()) {
            var written = ColumnText.withType(column.definition(), "text");
            return finding(
                    column.place(),
                    message,
                    "use text and a check, and write: %s constraint %s %s".formatted(written, name, limit));
        }
        var steps = column.safeSql("text", around);
        if (!column.isAdded() || steps.length == 0) {
            return retype(column, around, message, "use text and a check", "text");
        }
        return finding(
                column.place(),
                message,
                "use text, and a check that can be replaced with reads and writes going on",
                steps[0] + "\nalter table %s add constraint %s %s not valid;".formatted(table, name, limit),
                "alter table %s validate constraint %s;".formatted(table, name));
    }
}
