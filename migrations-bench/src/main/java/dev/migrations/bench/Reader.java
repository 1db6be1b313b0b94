package dev.migrations.bench;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Reads the table every millisecond, and remembers the longest time that one read took. */
final class Reader extends Thread {

    private static final String READ = "select from stalled";

    private final String url;
    private volatile boolean closed;
    private volatile long longest;
    private volatile int reads;

    private Reader(String url) {
        super("reader");
        this.url = url;
        setDaemon(true);
    }

    static Reader start(String url) {
        var reader = new Reader(url);
        reader.start();
        return reader;
    }

    @Override
    public void run() {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (var count = 1; !closed; count++) {
                var start = System.nanoTime();
                statement.execute(READ);
                longest = Math.max(longest, System.nanoTime() - start);
                reads = count;
                Thread.sleep(1);
            }
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long longestStallNanos() {
        return longest;
    }

    int reads() {
        return reads;
    }

    /** Waits for the read that is under way. */
    void close() throws InterruptedException {
        closed = true;
        join();
    }
}
