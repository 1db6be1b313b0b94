package dev.migrations.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Ends somebody's transaction after a while. */
final class Release extends Thread {

    private final Connection holder;
    private final Duration hold;
    private volatile long end;

    Release(Connection holder, Duration hold) {
        super("release");
        this.holder = holder;
        this.hold = hold;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            Thread.sleep(hold.toMillis());
            end = System.nanoTime();
            holder.rollback();
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When it ended, by {@link System#nanoTime()}. */
    long await() throws InterruptedException {
        join();
        return end;
    }
}
