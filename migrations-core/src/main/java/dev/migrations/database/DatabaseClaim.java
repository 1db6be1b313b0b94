package dev.migrations.database;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Says that a database is in use, as long as it is open and its process is alive: a {@link SnapshotFreeLock} whose key comes
 * from the name. It is seen from every database of the server, and holds behind a pooler, where sessions would not tell.
 */
public final class DatabaseClaim implements AutoCloseable {

    private static final String SELECT_ADVISORY_KEYS = """
            select distinct (classid::bigint << 32) | objid::bigint
            from pg_catalog.pg_locks
            where locktype = 'advisory' and objsubid = 1 and granted""";

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
        return claim(source, lock -> lock.tryAcquire(key(name), "migrations uses " + name));
    }

    /**
     * Claims together with others who do the same; empty if somebody holds the claim for himself.
     *
     * @throws DatabaseUnreachableException if there is no connection
     */
    public static Optional<DatabaseClaim> shared(ConnectionSource source, String name) {
        return claim(source, lock -> lock.tryShare(key(name), "migrations uses " + name));
    }

    private static Optional<DatabaseClaim> claim(ConnectionSource source, Attempt attempt) {
        try {
            var lock = SnapshotFreeLock.connect(source);
            try {
                if (attempt.with(lock)) {
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

    /** The keys of all claims on the server, among those of other locks. */
    static Set<Long> keys(Connection connection) throws SQLException {
        var keys = new HashSet<Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SELECT_ADVISORY_KEYS)) {
            while (rows.next()) {
                keys.add(rows.getLong(1));
            }
        }
        return keys;
    }

    @Override
    public void close() {
        lock.close();
    }

    private interface Attempt {

        boolean with(SnapshotFreeLock lock) throws SQLException;
    }
}
