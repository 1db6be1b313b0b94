package dev.migrations.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Advisory locks of other tools; one until the end of a transaction excludes those of sessions, and survives a pooler. */
final class AdvisoryLock {

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(?)";

    private AdvisoryLock() {}

    /** All of these keys, or false. */
    static boolean tryLock(Connection connection, long... keys) throws SQLException {
        try (var statement = connection.prepareStatement(TRY_LOCK)) {
            for (var key : keys) {
                statement.setLong(1, key);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    if (!rows.getBoolean(1)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
