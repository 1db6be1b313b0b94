package dev.migrations.database;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Says that a database is in use, as long as it is open and its process is alive: a {@link SnapshotFreeLock} whose key comes
 * from the name. It is seen from every database of the server, and holds behind a pooler, where sessions would not tell.
 */
public final class DatabaseClaim implements AutoCloseable {

    private final SnapshotFreeLock lock;

    private DatabaseClaim(SnapshotFreeLock lock) {
        this.lock = lock;
    }

    /**
     * Claims; empty if somebody who is connected to the same database holds the claim.
     *
     * @param source the database that the claim is made on
     * @throws DatabaseUnreachableException if there is no connection
     */
    public static Optional<DatabaseClaim> on(ConnectionSource source, String name) {
        try {
            var lock = SnapshotFreeLock.connect(source);
            try {
                if (lock.tryAcquire(key(name), "migrations uses " + name)) {
                    return Optional.of(new DatabaseClaim(lock));
                }
                lock.close();
                return Optional.empty();
            } catch (SQLException e) {
                lock.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    static long key(String name) {
        return ByteBuffer.wrap(RunnerName.digest("migrations database " + name)).getLong();
    }

    @Override
    public void close() {
        lock.close();
    }
}
