package dev.migrations.rule;

import dev.migrations.ddl.DataType;

/** An integer ends at 2147483647 (PostgreSQL manual, 8.1); to widen it later writes the table anew. */
final class PreferBigintOverInt implements ColumnTypeRule {

    @Override
    public String code() {
        return "prefer-bigint-over-int";
    }

    @Override
    public boolean isBad(DataType type) {
        return type.name().equals("int4");
    }

    @Override
    public Finding judge(TypedColumn column, Surroundings around) {
        return SmallInteger.judge(this, column, around, "2147483647");
    }
}
