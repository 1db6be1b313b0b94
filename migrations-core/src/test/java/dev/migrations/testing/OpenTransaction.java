package dev.migrations.testing;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** A transaction that somebody else has left open; closing it undoes it. */
public final class OpenTransaction implements AutoCloseable {

    private final Connection connection;

    private OpenTransaction(Connection connection) {
        this.connection = connection;
    }

    /** One that holds what these statements take. */
    public static OpenTransaction in(TestDatabase database, String... statements) {
        try {
            var connection = database.source().connect();
            connection.setAutoCommit(false);
            var transaction = new OpenTransaction(connection);
            transaction.execute(statements);
            return transaction;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One with an old snapshot, for which a concurrent index build waits at its end. */
    public static OpenTransaction withSnapshot(TestDatabase database) {
        return in(database, "set transaction isolation level repeatable read", "select 1");
    }

    /** Its server process. */
    public int pid() {
        try {
            return connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes on. */
    public void execute(String... statements) {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
