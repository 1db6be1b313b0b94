package dev.migrations.rule;

import dev.migrations.ddl.DataType;

/** What a row may have that never had a value, until a person says what it should have. */
final class StandInValue {

    private StandInValue() {}

    /** Of a type that is not built in it is a null, which the proof of NOT NULL then refuses. */
    static String of(DataType type) {
        if (type.isArray()) {
            return "'{}'";
        }
        return switch (type.name()) {
            case "text", "varchar", "bpchar" -> "''";
            case "int2", "int4", "int8", "numeric", "float4", "float8" -> "0";
            case "bool" -> "false";
            case "json", "jsonb" -> "'{}'";
            case "uuid" -> "gen_random_uuid()";
            case "date" -> "current_date";
            case "timestamp", "timestamptz" -> "now()";
            default -> "null::" + type.written();
        };
    }
}
