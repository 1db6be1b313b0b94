package dev.migrations.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;

/**
 * An advisory lock that a pooler cannot part from its holder, and that no concurrent index build waits for.
 *
 * <ol>
 *   <li>It is {@code pg_try_advisory_xact_lock} in an open transaction of a connection of its own: it ends with the connection,
 *       however that ends, and a pooler in transaction mode keeps the two together.
 *   <li>A {@code SET LOCAL} follows it. It takes no snapshot, and replaces the portal that still holds the one of the
 *       {@code SELECT}; with that, {@code backend_xmin} is null and {@code CREATE INDEX CONCURRENTLY} does not wait for us.
 *   <li>Server-side time-outs that could end the idle transaction are lifted, and TCP keepalives tell the server within a
 *       minute that a host has died without a word.
 * </ol>
 */
final class SnapshotFreeLock implements AutoCloseable {

    private static final String TRY_LOCK = """
            set transaction isolation level read committed;
            select {lock}(?) as locked, set_config('application_name', ?, true);
            set local tcp_keepalives_idle = 20;
            set local tcp_keepalives_interval = 10;
            set local tcp_keepalives_count = 3;
            set local statement_timeout = 0;
            set local idle_in_transaction_session_timeout = 0""";

    /** From PostgreSQL 17 on, a transaction may have a time limit as a whole. */
    private static final String LIFT_TRANSACTION_TIMEOUT = "set local transaction_timeout = 0";

    private static final String STILL_THERE = "set local idle_in_transaction_session_timeout = 0";

    private final Connection connection;
    private final BaseConnection driver;

    private SnapshotFreeLock(Connection connection, BaseConnection driver) {
        this.connection = connection;
        this.driver = driver;
    }

    /** A connection that holds nothing yet. */
    static SnapshotFreeLock connect(ConnectionSource source) throws SQLException {
        var connection = source.connect();
        try {
            var driver = connection.unwrap(BaseConnection.class);
            driver.setPrepareThreshold(0);
            return new SnapshotFreeLock(connection, driver);
        } catch (SQLException e) {
            Session.closeQuietly(connection);
            throw e;
        }
    }

    /**
     * Takes the lock unless somebody else has it; then, no transaction is left open.
     *
     * @param name what the session is called while it holds it
     */
    boolean tryAcquire(long key, String name) throws SQLException {
        return tryAcquire("pg_try_advisory_xact_lock", key, name);
    }

    /** The same for one that others may have, too, as long as nobody has it for himself. */
    boolean tryShare(long key, String name) throws SQLException {
        return tryAcquire("pg_try_advisory_xact_lock_shared", key, name);
    }

    private boolean tryAcquire(String lock, long key, String name) throws SQLException {
        connection.setAutoCommit(false);
        var version = driver.getQueryExecutor().getServerVersionNum();
        var tryLock = TRY_LOCK.replace("{lock}", lock);
        var sql = version >= SessionFacts.POSTGRES_17 ? tryLock + ";" + LIFT_TRANSACTION_TIMEOUT : tryLock;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            statement.setString(2, name);
            if (isLocked(statement)) {
                return true;
            }
        }
        connection.rollback();
        return false;
    }

    private static boolean isLocked(PreparedStatement statement) throws SQLException {
        var isResult = statement.execute();
        while (!isResult) {
            isResult = statement.getMoreResults();
        }
        try (var rows = statement.getResultSet()) {
            rows.next();
            return rows.getBoolean("locked");
        }
    }

    /** Fails if the connection is gone, and the lock with it. */
    void check() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(STILL_THERE);
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // the connection is gone, and with it the lock
        }
        Session.closeQuietly(connection);
    }
}
