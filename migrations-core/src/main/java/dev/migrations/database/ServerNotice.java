package dev.migrations.database;

/**
 * What the server said beside its answer.
 *
 * @param sqlState class 01 for warnings, whatever language the server speaks
 * @param message  its text
 */
public record ServerNotice(String sqlState, String message) {

    /** Whether it is a WARNING, and not a NOTICE or less. */
    public boolean isWarning() {
        return sqlState.startsWith("01");
    }
}
