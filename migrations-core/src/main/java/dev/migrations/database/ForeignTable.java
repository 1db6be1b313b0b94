package dev.migrations.database;

import dev.migrations.history.ForeignMigration;
import dev.migrations.history.ForeignTool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** How another tool keeps its history, and its lock; nothing of it is ever changed. */
interface ForeignTable {

    /** The columns that its table has, by which it is known. */
    Set<String> columns();

    /** What it says. */
    List<ForeignMigration> read(Connection connection, TableName table) throws SQLException;

    /**
     * Takes its lock until the end of the open transaction, or finds that it is free where it is not one that can be taken.
     *
     * @return false if that tool is at work
     */
    boolean tryLock(Connection connection, TableName table) throws SQLException;

    /** The one of a tool. */
    static ForeignTable of(ForeignTool tool) {
        return switch (tool) {
            case GOLANG_MIGRATE -> new GolangMigrateTable();
            case FLYWAY -> new FlywayTable();
            case LIQUIBASE -> new LiquibaseTable();
            case DBMATE -> new DbmateTable();
            case GOOSE -> new GooseTable();
        };
    }
}
