package dev.migrations.database;

/**
 * A table's full name, quoted once, here.
 *
 * @param schema the schema that it lives in
 * @param name   its name there
 */
record TableName(String schema, String name) {

    String quoted() {
        return quote(schema) + "." + quote(name);
    }

    String quotedSchema() {
        return quote(schema);
    }

    /** The statement with this table in place of each {@code {table}}. */
    String in(String sql) {
        return sql.replace("{table}", quoted());
    }

    /** The table beside it that keeps the repeatable scripts. */
    TableName repeatables() {
        return new TableName(schema, name + "_repeatables");
    }

    /** The table beside it that keeps how far the backfills are. */
    TableName backfills() {
        return new TableName(schema, name + "_backfills");
    }

    /** The table beside it that keeps what the latest run has left. */
    TableName fingerprint() {
        return new TableName(schema, name + "_fingerprint");
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }

    static String quote(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }
}
