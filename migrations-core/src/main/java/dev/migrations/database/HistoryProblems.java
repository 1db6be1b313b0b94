package dev.migrations.database;

import dev.migrations.migration.SchemaTable;
import dev.migrations.problem.Problem;

/** The words for a history table that cannot be used. */
final class HistoryProblems {

    private HistoryProblems() {}

    static Problem noSchema(SchemaTable table) {
        return Problem.of(
                "no-schema",
                "there is no schema for the history table " + table + ": nothing on the search path exists.",
                "name one in migration.yaml, such as `schema-table: public." + table.table() + "`.");
    }

    static Problem notAVersion(TableName table, long number) {
        return Problem.of(
                "damaged-history",
                "the history table " + table + " has a row for " + number
                        + ", which no migration can have as its version.",
                "delete from " + table.quoted() + " where version = " + number + ";");
    }

    static Problem newer(TableName table, int format, String toolVersion) {
        return Problem.of(
                "newer-history-table",
                "the history table " + table + " was written by a newer release (" + toolVersion + ", format " + format
                        + "; this one reads up to format " + HistoryTable.FORMAT + ").",
                "upgrade this application to Migrations " + toolVersion + " or later.");
    }

    static Problem cannotCreate(TableName table, SessionFacts facts, PostgresError error) {
        var user = TableName.quote(facts.user());
        return Problem.of(
                        "right-missing",
                        "the role " + facts.user() + " may not create the history table " + table + ": "
                                + error.message() + ".",
                        facts.hasSchema()
                                ? "grant create on schema " + table.quotedSchema() + " to " + user + ";"
                                : "create schema " + table.quotedSchema() + " authorization " + user + ";")
                .withSqlState(error.sqlState());
    }

    static Problem cannotRead(TableName table, String user, PostgresError error) {
        return Problem.of(
                        "right-missing",
                        "the role " + user + " may not read the history table " + table + ": " + error.message() + ".",
                        "grant usage on schema " + table.quotedSchema() + " to " + TableName.quote(user)
                                + "; grant select on " + table.quoted() + " to " + TableName.quote(user) + ";")
                .withSqlState(error.sqlState());
    }

    static Problem cannotWrite(TableName table, String user) {
        return Problem.of(
                "right-missing",
                "the role " + user + " may not write the history table " + table + ".",
                "grant insert, update, delete on " + table.quoted() + " to " + TableName.quote(user) + ";");
    }

    /** To begin anew would apply everything a second time. */
    static Problem hidden(TableName table, String schema) {
        return Problem.of(
                "hidden-history",
                "the search path begins with the schema " + table.schema()
                        + " now, which has no history table; there is " + "one further on, in " + schema + ".",
                "write `schema-table: " + schema + "." + table.name() + "` into migration.yaml; or `schema-table: "
                        + table.schema() + "." + table.name() + "` if this is another history, which begins now.");
    }

    static Problem readOnly(SessionFacts facts) {
        return facts.inRecovery()
                ? Problem.of(
                        "read-only",
                        "the server of database " + facts.database() + " is a hot standby, which takes no changes.",
                        "connect to the primary; or say `migrations.auto-migrate: false` for instances on a standby.")
                : Problem.of(
                        "read-only",
                        "transactions of the role " + facts.user() + " in database " + facts.database()
                                + " are read-only.",
                        "alter role " + TableName.quote(facts.user()) + " set default_transaction_read_only = off;");
    }
}
