package dev.migrations.rule;

import dev.migrations.ddl.DataType;

/** Values of char(n) are filled up with blanks, which count in some comparisons and not in others (PostgreSQL manual, 8.3). */
final class BanCharField implements ColumnTypeRule {

    @Override
    public String code() {
        return "ban-char-field";
    }

    @Override
    public boolean isBad(DataType type) {
        return type.name().equals("bpchar");
    }

    @Override
    public Finding judge(TypedColumn column, Surroundings around) {
        return retype(
                column,
                around,
                "%s of %s is %s: values are stored with blanks up to its length, and blanks at the end count in LIKE and not in ="
                        .formatted(column.name(), column.table(), column.type()),
                "use text",
                "text");
    }
}
