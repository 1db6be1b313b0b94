package dev.migrations.rule;

import dev.migrations.ddl.DataType;

/** A timestamp without a time zone is a reading of a clock, and no point in time (PostgreSQL manual, 8.5.1.3). */
final class PreferTimestampTz implements ColumnTypeRule {

    @Override
    public String code() {
        return "prefer-timestamp-tz";
    }

    @Override
    public boolean isBad(DataType type) {
        return type.name().equals("timestamp");
    }

    @Override
    public Finding judge(TypedColumn column, Surroundings around) {
        var precision = column.type().modifiers();
        return retype(
                column,
                around,
                "%s of %s is a timestamp without a time zone: which moment it means depends on the time zone of the session that wrote it"
                        .formatted(column.name(), column.table()),
                "use timestamptz, which takes no more room",
                precision.isEmpty() ? "timestamptz" : "timestamptz(%s)".formatted(precision.get(0)));
    }
}
