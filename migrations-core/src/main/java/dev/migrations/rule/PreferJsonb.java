package dev.migrations.rule;

import dev.migrations.ddl.DataType;

/** The type json has no equality operator, so that DISTINCT, GROUP BY and UNION fail on it (PostgreSQL manual, 8.14). */
final class PreferJsonb implements ColumnTypeRule {

    @Override
    public String code() {
        return "prefer-jsonb";
    }

    @Override
    public boolean isBad(DataType type) {
        return type.name().equals("json");
    }

    @Override
    public Finding judge(TypedColumn column, Surroundings around) {
        return retype(
                column,
                around,
                "%s of %s is json, which has no equality: SELECT DISTINCT, GROUP BY and UNION over it fail, and no GIN index helps its queries"
                        .formatted(column.name(), column.table()),
                "use jsonb",
                "jsonb");
    }
}
