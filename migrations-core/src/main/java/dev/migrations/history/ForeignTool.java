package dev.migrations.history;

import java.util.Arrays;
import java.util.Optional;

/** A migration tool whose history can be taken over. */
public enum ForeignTool {
    /** One row with the version that is reached. */
    GOLANG_MIGRATE("golang-migrate", "golang-migrate", "schema_migrations"),
    /** A row for each run. */
    FLYWAY("flyway", "Flyway", "flyway_schema_history"),
    /** A row for each change set. */
    LIQUIBASE("liquibase", "Liquibase", "databasechangelog"),
    /** A row for each version. */
    DBMATE("dbmate", "dbmate", "schema_migrations"),
    /** A row for each step up or down. */
    GOOSE("goose", "goose", "goose_db_version");

    private final String word;
    private final String title;
    private final String table;

    ForeignTool(String word, String title, String table) {
        this.word = word;
        this.title = title;
        this.table = table;
    }

    /** As it is written on a command line. */
    public String word() {
        return word;
    }

    /** As it is written in a sentence. */
    public String title() {
        return title;
    }

    /** The history table that it makes unless told otherwise. */
    public String table() {
        return table;
    }

    /** The tool that is written so on a command line. */
    public static Optional<ForeignTool> find(String word) {
        return Arrays.stream(values()).filter(tool -> tool.word.equals(word)).findFirst();
    }
}
