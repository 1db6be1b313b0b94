package dev.migrations.rule;

import dev.migrations.ddl.DataType;

/** A smallint ends at 32767 (PostgreSQL manual, 8.1); to widen it later writes the table anew. */
final class PreferBigintOverSmallint implements ColumnTypeRule {

    @Override
    public String code() {
        return "prefer-bigint-over-smallint";
    }

    @Override
    public boolean isBad(DataType type) {
        return type.name().equals("int2");
    }

    @Override
    public Finding judge(TypedColumn column, Surroundings around) {
        return SmallInteger.judge(this, column, around, "32767");
    }
}
