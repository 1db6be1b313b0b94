package dev.migrations.database;

import java.sql.SQLWarning;

/**
 * What the server said beside its answer.
 *
 * @param sqlState class 01 for warnings, whatever language the server speaks
 * @param message  its text
 */
public record ServerNotice(String sqlState, String message) {

    static ServerNotice of(SQLWarning warning) {
        return new ServerNotice(warning.getSQLState(), String.valueOf(warning.getMessage()));
    }

    /** Whether it is a WARNING, and not a NOTICE or less. */
    public boolean isWarning() {
        return sqlState.startsWith("01");
    }
}
