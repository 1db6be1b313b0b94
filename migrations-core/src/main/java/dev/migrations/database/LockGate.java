package dev.migrations.database;

import dev.migrations.trace.LockSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes a statement that stands alone wait for each lock, so that the lock can be noted before it is gone again.
 *
 * <ol>
 *   <li>One of two sessions holds {@code SHARE} on every table: each stronger lock but {@code SHARE} itself, and
 *       {@code ROW EXCLUSIVE}, has to wait for it.
 *   <li>When the statement waits, what it holds and asks for is noted. The other session then takes the same locks; where the
 *       statement holds or asks for what excludes them, it takes {@code ACCESS SHARE}, or nothing. Then the first one lets go.
 *   <li>So the statement comes to its next lock, or to a place where it waits for all who use a table, and waits again.
 * </ol>
 *
 * <p>{@code SHARE} does not exclude {@code SHARE}, so the two sessions never wait for each other, and there is no moment in
 * which nobody holds the gate. A {@code LOCK} takes no snapshot, so a concurrent index build does not wait for its end.
 */
final class LockGate implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 2;

    private final String statement;
    private final GateSession one;
    private final GateSession other;
    private final Set<LockSet.Entry> seen = new HashSet<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread keeper;
    private @Nullable SQLException failure;

    private LockGate(String statement, GateSession one, GateSession other) {
        this.statement = statement;
        this.one = one;
        this.other = other;
        this.keeper = new Thread(this::keep, "migrations-lock-gate");
        keeper.setDaemon(true);
    }

    /** Closes the gate in front of a statement that is about to be sent, on a database that nobody else uses. */
    static LockGate close(ConnectionSource source, String statement) {
        try {
            var gate = new LockGate(statement, GateSession.open(source), GateSession.open(source));
            gate.start();
            return gate;
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private void start() throws SQLException {
        try {
            one.take(statement, LockSet.EMPTY);
            keeper.start();
        } catch (SQLException e) {
            one.close();
            other.close();
            throw e;
        }
    }

    /** Opens it behind the statement; what was seen. */
    LockSet open() {
        close();
        if (failure != null) {
            throw new DatabaseUnreachableException(PostgresError.of(failure), failure);
        }
        return new LockSet(seen);
    }

    private void keep() {
        var holder = one;
        var looker = other;
        try (one;
                other) {
            while (!over.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                var waiting = looker.findLocksOfWaiting();
                if (waiting.isPresent()) {
                    seen.addAll(waiting.get().locks());
                    looker.take(statement, waiting.get());
                    holder.release();
                    var first = holder;
                    holder = looker;
                    looker = first;
                }
            }
        } catch (SQLException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException(e);
        }
    }
}
