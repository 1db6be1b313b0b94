package dev.migrations.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one question to a fresh session answers.
 *
 * @param backendPid       the server process
 * @param serverVersion    such as 180006
 * @param database         the name of the database
 * @param user             the role that logged in
 * @param inRecovery       whether the server is a hot standby
 * @param readOnly         whether transactions are read-only by default
 * @param role             {@code none}, or the role that the session was given
 * @param searchPath       as the session was given it
 * @param lockTimeout      the session's own
 * @param statementTimeout the session's own
 * @param settings         the name and value of each setting that was set in the session, as JSON; null if none was
 * @param table            where the history is, or will be
 * @param hasSchema        whether that schema exists
 * @param columns          of the history table; empty where there is none
 * @param beside           which tables stand beside the history table
 * @param elsewhere        other schemas that have a table of this name; null if none has
 * @param found            the first schema of the search path that has a history of this name; null if none has, or if
 *                         nobody searched, because the schema is given
 * @param writable         whether the role may write the history table; false where there is none
 */
record SessionFacts(
        int backendPid,
        int serverVersion,
        String database,
        String user,
        boolean inRecovery,
        boolean readOnly,
        String role,
        String searchPath,
        String lockTimeout,
        String statementTimeout,
        @Nullable String settings,
        TableName table,
        boolean hasSchema,
        List<String> columns,
        SideTables beside,
        @Nullable String elsewhere,
        @Nullable String found,
        boolean writable) {

    static final int POSTGRES_17 = 170_000;

    SessionFacts {
        columns = List.copyOf(columns);
    }

    /** The same session with other settings to put back. */
    SessionFacts withSettings(String others) {
        return new SessionFacts(
                backendPid,
                serverVersion,
                database,
                user,
                inRecovery,
                readOnly,
                role,
                searchPath,
                lockTimeout,
                statementTimeout,
                others,
                table,
                hasSchema,
                columns,
                beside,
                elsewhere,
                found,
                writable);
    }

    boolean hasTable() {
        return !columns.isEmpty();
    }
}
