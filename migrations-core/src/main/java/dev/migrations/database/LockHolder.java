package dev.migrations.database;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The session that holds the lock of a history table, as {@code pg_stat_activity} shows it.
 *
 * @param pid         its server process
 * @param user        its role
 * @param application its {@code application_name}
 * @param host        where it comes from; null for a local socket
 * @param since       since when it holds the lock; null if this role may not see it
 * @param running     the {@code application_name} of the session that does its work; null if none works just now
 */
public record LockHolder(
        int pid,
        String user,
        String application,
        @Nullable String host,
        @Nullable Instant since,
        @Nullable String running) {

    @Override
    public String toString() {
        return "pid " + pid + " (" + user + (host == null ? "" : " at " + host) + ", " + application
                + (since == null ? "" : ", since " + since)
                + (running == null ? "" : ", running " + running) + ")";
    }
}
