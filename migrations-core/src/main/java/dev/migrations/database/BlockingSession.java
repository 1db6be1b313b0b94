package dev.migrations.database;

import dev.migrations.script.MaskedSql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session that keeps one of ours from a lock, as {@code pg_stat_activity} and {@code pg_locks} show it. Of a session of
 * another role, a role without {@code pg_read_all_stats} sees the pid, the user and the application only.
 *
 * @param pid            its server process; 0 for a prepared transaction, which has none
 * @param kind           {@code client backend}, {@code autovacuum worker} …; null where it is hidden
 * @param user           its role; null for a process of the server's own
 * @param application    its {@code application_name}; empty where it gave none
 * @param client         where it comes from; null for a local socket, and where it is hidden
 * @param state          {@code active}, {@code idle in transaction} …; null where it is hidden
 * @param transactionAge how long its transaction has been open; null where it is hidden
 * @param queryStart     when its query, or its last one, began; null where it is hidden
 * @param query          what it runs, or ran last, with all its literals; null where it is hidden
 * @param lockMode       of the lock that is in the way, or that it waits for in front of us; null where the server shows none
 * @param relation       the table that we wait for; null where we wait for a transaction
 */
public record BlockingSession(
        int pid,
        @Nullable String kind,
        @Nullable String user,
        String application,
        @Nullable String client,
        @Nullable String state,
        @Nullable Duration transactionAge,
        @Nullable Instant queryStart,
        @Nullable String query,
        @Nullable String lockMode,
        @Nullable String relation) {

    private static final int LONGEST_QUERY = 200;

    /** Whether it does nothing, and holds its locks all the same. */
    public boolean isIdleInTransaction() {
        return state != null && state.startsWith("idle in transaction");
    }

    /** Whether it is an autovacuum that does not give way, because transaction ids would run out. */
    public boolean preventsWraparound() {
        return query != null && query.startsWith("autovacuum:") && query.endsWith("(to prevent wraparound)");
    }

    /** Its query in one line, without literals and comments; empty where it is hidden, or there was none. */
    public Optional<String> maskedQuery() {
        return Optional.ofNullable(query)
                .filter(text -> !text.isBlank())
                .map(text -> text.startsWith("autovacuum:") ? text : MaskedSql.of(text))
                .map(text -> text.length() <= LONGEST_QUERY ? text : text.substring(0, LONGEST_QUERY) + "…");
    }

    /** SQL that gets it out of the way, or shows how; a cancel does not reach a session that runs nothing. */
    public String remedy() {
        if (pid == 0) {
            return "select gid, owner, prepared from pg_prepared_xacts order by prepared;";
        }
        var cancels = "active".equals(state);
        return "select " + (cancels ? "pg_cancel_backend(" : "pg_terminate_backend(") + pid + ");";
    }

    /** Its process, role, place and application, as far as they are known. */
    public String who() {
        return pid == 0 ? "a prepared transaction" : "pid " + pid + " (" + name() + ")";
    }

    /** One line, without literals. */
    @Override
    public String toString() {
        var text = new StringBuilder(who());
        if (state != null && !state.equals("active")) {
            text.append(", ").append(state);
        }
        if (transactionAge != null) {
            text.append(", in a transaction of ").append(words(transactionAge));
        }
        if (lockMode != null) {
            text.append(", ").append(lockMode);
        }
        if (relation != null) {
            text.append(" on ").append(relation);
        }
        maskedQuery().ifPresent(masked -> text.append(": ").append(masked));
        return text.toString();
    }

    private String name() {
        var name = user == null ? Optional.ofNullable(kind).orElse("hidden") : user;
        return name + (client == null ? "" : " at " + client) + (application.isEmpty() ? "" : ", " + application);
    }

    private static String words(Duration age) {
        var seconds = age.toSeconds();
        return seconds < 120 ? seconds + " s" : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
