package dev.migrations.database;

import dev.migrations.history.Backfill;
import dev.migrations.migration.Migration;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row of one backfill, seen by one runner: what is sent about it, in a batch and between two. */
final class BackfillRow {

    /** Seconds; a runner that has died is replaced after them, and each pause is added to them. */
    private static final int LEASE = 5;

    private static final String FAIL = """
            update {table}
            set state = 'failed', error = ?, waits = null, finished_at = clock_timestamp(), lease_until = null
            where version = ? and state = 'open' and {mine}
            returning\s""" + BackfillRows.COLUMNS;

    private static final String REST = """
            update {table}
            set waits = ?, {lease}
            where version = ? and state = 'open' and {mine}
            returning\s""" + BackfillRows.COLUMNS;

    private static final String RELEASE = """
            update {table}
            set lease_until = null, waits = null
            where version = ? and runner = ?""";

    private static final String TAKE_LEASE = "runner = ?, lease_until = clock_timestamp() + make_interval(secs => ?)";
    private static final String IS_MINE = "(runner = ? or lease_until is null or lease_until <= clock_timestamp())";

    private final Session session;
    private final TableName table;
    private final long version;
    private final String runner;

    BackfillRow(Session session, Migration migration, String runner) {
        this.session = session;
        this.table = session.facts().table().backfills();
        this.version = migration.version().value();
        this.runner = runner;
    }

    long version() {
        return version;
    }

    String runner() {
        return runner;
    }

    /** Ends it as failed, unless another runner has taken over. */
    Optional<Backfill> fail(String words) {
        return orUnreachable(() -> find(FAIL, words, version, runner));
    }

    /** Holds the lease, unless another runner has taken over; null if nothing is waited for. */
    Optional<Backfill> rest(@Nullable String why, Duration atMost) {
        return orUnreachable(() -> find(REST, why, runner, lease(atMost), version, runner));
    }

    /** Best effort: if the connection is gone, the lease runs out by itself. */
    void release() {
        try (var statement = session.connection().prepareStatement(in(RELEASE))) {
            bind(statement, version, runner);
            statement.executeUpdate();
        } catch (SQLException e) {
            // the others wait for some seconds
        }
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T orUnreachable(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    /** A write of the row that is locked; the row as it is then. */
    Backfill one(String sql, @Nullable Object... values) throws SQLException {
        return find(sql, values).orElseThrow(() -> new IllegalStateException("the row that was locked is gone"));
    }

    private Optional<Backfill> find(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = session.connection().prepareStatement(in(sql))) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                var found = BackfillRows.backfills(rows, table);
                return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
            }
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** In seconds, with a pause that follows. */
    static double lease(Duration pause) {
        return LEASE + pause.toMillis() / 1e3;
    }

    /** The statement for this table, with what takes the lease and what asks for it. */
    String in(String sql) {
        return table.in(sql).replace("{lease}", TAKE_LEASE).replace("{mine}", IS_MINE);
    }
}
