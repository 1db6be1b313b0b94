package dev.migrations.database;

import dev.migrations.database.BatchResult.Outcome;
import dev.migrations.history.Backfill;
import dev.migrations.migration.Migration;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row of a backfill that runs, read and written inside its batches. */
final class BackfillProgress {

    /** Seconds; a runner that has died is replaced after them, and each pause is added to them. */
    private static final int LEASE = 5;

    /** More rows that cannot be done than these are no exceptions any more. */
    private static final int MOST_FAILED_ROWS = 100;

    private static final String LOCK = """
            select state, position, last_key, retry_keys[1]::text[] as retry,
                   runner is distinct from ? and coalesce(lease_until > clock_timestamp(), false) as taken
            from {table}
            where version = ?
            for update skip locked""";

    private static final String SELECT_EXISTS = """
            select exists (select from {table} where version = ?)""";

    private static final String BEGIN = """
            update {table}
            set last_key = ?::text[], estimated_rows = ?, started_at = clock_timestamp(), waits = null, {lease}
            where version = ?
            returning\s""" + BackfillRows.COLUMNS;

    private static final String ADVANCE = """
            update {table}
            set position = coalesce(?::text[], position), retry_keys = case when ? then retry_keys[2:] else retry_keys end,
                rows_passed = rows_passed + ?, rows_changed = rows_changed + ?, batches = batches + 1, batch_size = ?,
                worked_ms = worked_ms + ?, waits = null, {lease}
            where version = ?
            returning\s""" + BackfillRows.COLUMNS;

    private static final String PASS_OVER = """
            update {table}
            set position = case when ? then position else ?::text[] end,
                retry_keys = case when ? then retry_keys[2:] else retry_keys end,
                rows_passed = rows_passed + ?, failed_keys = array_append(failed_keys, ?::text),
                failed_rows = array_append(failed_rows, ?::text),
                state = case when cardinality(failed_keys) + 1 < ? then state else 'failed' end,
                finished_at = case when cardinality(failed_keys) + 1 < ? then null else clock_timestamp() end,
                error = case when cardinality(failed_keys) + 1 < ? then null else 'too many rows cannot be done' end,
                {lease}
            where version = ?
            returning\s""" + BackfillRows.COLUMNS;

    private static final String FINISH = """
            update {table}
            set state = case when failed_keys = '{}' then 'completed' else 'failed' end, waits = null,
                started_at = coalesce(started_at, clock_timestamp()), finished_at = clock_timestamp(),
                runner = ?, lease_until = null
            where version = ?
            returning\s""" + BackfillRows.COLUMNS;

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

    BackfillProgress(Session session, Migration migration, String runner) {
        this.session = session;
        this.table = session.facts().table().backfills();
        this.version = migration.version().value();
        this.runner = runner;
    }

    /** Whether this runner may go on, and where. */
    record Turn(Outcome outcome, BackfillPosition position) {

        static Turn of(Outcome outcome) {
            return new Turn(outcome, new BackfillPosition(null, null, null));
        }
    }

    /**
     * What a batch has done.
     *
     * @param position its highest key; null where it was a row that is tried again
     * @param rows     how many it has gone through
     * @param changed  how many it says that it has changed
     * @param size     how many it meant to take
     * @param worked   how long the runner has worked since the last one
     */
    record Advance(@Nullable List<String> position, int rows, long changed, int size, Duration worked) {}

    /** Locks the row until the end of the transaction, unless somebody else works. */
    Turn lock() throws SQLException {
        try (var statement = session.connection().prepareStatement(in(LOCK))) {
            statement.setString(1, runner);
            statement.setLong(2, version);
            try (var rows = statement.executeQuery()) {
                if (rows.next()) {
                    return turn(rows);
                }
            }
        }
        return Turn.of(exists() ? Outcome.BUSY : Outcome.STOPPED);
    }

    private static Turn turn(ResultSet row) throws SQLException {
        if (!row.getString("state").equals("open")) {
            return Turn.of(Outcome.STOPPED);
        }
        if (row.getBoolean("taken")) {
            return Turn.of(Outcome.BUSY);
        }
        return new Turn(
                Outcome.DONE,
                new BackfillPosition(
                        BackfillRows.findTexts(row, "position"),
                        BackfillRows.findTexts(row, "last_key"),
                        BackfillRows.findTexts(row, "retry")));
    }

    private boolean exists() throws SQLException {
        try (var statement = session.connection().prepareStatement(in(SELECT_EXISTS))) {
            statement.setLong(1, version);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    Backfill begin(List<String> last, long estimatedRows, Duration pause) throws SQLException {
        return one(BEGIN, BackfillKey.literal(last), estimatedRows, runner, lease(pause), version);
    }

    Backfill advance(Advance done, Duration pause) throws SQLException {
        var position = done.position();
        var retried = position == null;
        return one(
                ADVANCE,
                position == null ? null : BackfillKey.literal(position),
                retried,
                retried ? 0 : done.rows(),
                done.changed(),
                done.size(),
                done.worked().toMillis(),
                runner,
                lease(pause),
                version);
    }

    Backfill passOver(List<String> key, String words, boolean retried) throws SQLException {
        var literal = BackfillKey.literal(key);
        return one(
                PASS_OVER,
                retried,
                literal,
                retried,
                retried ? 0 : 1,
                literal,
                words,
                MOST_FAILED_ROWS,
                MOST_FAILED_ROWS,
                MOST_FAILED_ROWS,
                runner,
                lease(Duration.ZERO),
                version);
    }

    Backfill finish() throws SQLException {
        return one(FINISH, runner, version);
    }

    Optional<Backfill> fail(String words) {
        return orUnreachable(() -> find(FAIL, words, version, runner));
    }

    Optional<Backfill> rest(String why, Duration atMost) {
        return orUnreachable(() -> find(REST, why, runner, lease(atMost), version, runner));
    }

    void release() {
        orUnreachable(() -> {
            try (var statement = session.connection().prepareStatement(in(RELEASE))) {
                bind(statement, version, runner);
                return statement.executeUpdate();
            }
        });
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

    private Backfill one(String sql, @Nullable Object... values) throws SQLException {
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

    private static double lease(Duration pause) {
        return LEASE + pause.toMillis() / 1e3;
    }

    private String in(String sql) {
        return table.in(sql).replace("{lease}", TAKE_LEASE).replace("{mine}", IS_MINE);
    }
}
