package dev.migrations.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Clients that read a random account and change another, one transaction each, as pgbench's simple update does. */
final class Traffic implements AutoCloseable {

    private static final String SELECT = "select balance from accounts where id = ?";
    private static final String UPDATE = "update accounts set balance = balance + 1 where id = ?";

    private final String url;
    private final int rows;
    private final List<Thread> clients;
    private final AtomicLong transactions = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private volatile boolean ended;

    private Traffic(String url, int rows, int clients) {
        this.url = url;
        this.rows = rows;
        this.clients = IntStream.range(0, clients)
                .mapToObj(client -> new Thread(this::work, "client-" + client))
                .toList();
    }

    /** So many clients, at work until they are closed. */
    static Traffic on(String url, int rows, int clients) {
        var traffic = new Traffic(url, rows, clients);
        traffic.clients.forEach(Thread::start);
        return traffic;
    }

    /** Forgets what was measured so far. */
    Snapshot snapshot() {
        return new Snapshot(System.nanoTime(), transactions.get(), longest.getAndSet(0));
    }

    /**
     * What was measured up to a moment.
     *
     * @param nanos        when
     * @param transactions since the beginning
     * @param longest      the longest transaction since the snapshot before, in nanoseconds
     */
    record Snapshot(long nanos, long transactions, long longest) {

        double perSecondSince(Snapshot earlier) {
            return (transactions - earlier.transactions) * 1e9 / (nanos - earlier.nanos);
        }

        double longestMillis() {
            return longest / 1e6;
        }
    }

    private void work() {
        try (var connection = DriverManager.getConnection(url);
                var select = connection.prepareStatement(SELECT);
                var update = connection.prepareStatement(UPDATE)) {
            connection.setAutoCommit(false);
            while (!ended) {
                transact(connection, select, update);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void transact(Connection connection, PreparedStatement select, PreparedStatement update)
            throws SQLException {
        var begin = System.nanoTime();
        select.setInt(1, ThreadLocalRandom.current().nextInt(rows) + 1);
        select.executeQuery().close();
        update.setInt(1, ThreadLocalRandom.current().nextInt(rows) + 1);
        update.executeUpdate();
        connection.commit();
        transactions.incrementAndGet();
        longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
    }

    @Override
    public void close() {
        ended = true;
        for (var client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
