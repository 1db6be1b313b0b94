package dev.migrations.database;

import dev.migrations.database.BatchResult.Outcome;
import dev.migrations.history.Backfill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of a backfill that runs, read and written inside its batches. */
final class BackfillProgress {

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

    private final Session session;
    private final BackfillRow row;

    BackfillProgress(Session session, BackfillRow row) {
        this.session = session;
        this.row = row;
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
        try (var statement = session.connection().prepareStatement(row.in(LOCK))) {
            statement.setString(1, row.runner());
            statement.setLong(2, row.version());
            try (var rows = statement.executeQuery()) {
                if (rows.next()) {
                    return turn(rows);
                }
            }
        }
        return Turn.of(exists() ? Outcome.BUSY : Outcome.STOPPED);
    }

    private static Turn turn(ResultSet found) throws SQLException {
        if (!found.getString("state").equals("open")) {
            return Turn.of(Outcome.STOPPED);
        }
        if (found.getBoolean("taken")) {
            return Turn.of(Outcome.BUSY);
        }
        return new Turn(
                Outcome.DONE,
                new BackfillPosition(
                        BackfillRows.findTexts(found, "position"),
                        BackfillRows.findTexts(found, "last_key"),
                        BackfillRows.findTexts(found, "retry")));
    }

    private boolean exists() throws SQLException {
        try (var statement = session.connection().prepareStatement(row.in(SELECT_EXISTS))) {
            statement.setLong(1, row.version());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    Backfill begin(List<String> last, long estimatedRows, Duration pause) throws SQLException {
        return row.one(
                BEGIN, BackfillKey.literal(last), estimatedRows, row.runner(), BackfillRow.lease(pause), row.version());
    }

    Backfill advance(Advance done, Duration pause) throws SQLException {
        var position = done.position();
        var retried = position == null;
        return row.one(
                ADVANCE,
                position == null ? null : BackfillKey.literal(position),
                retried,
                retried ? 0 : done.rows(),
                done.changed(),
                done.size(),
                done.worked().toMillis(),
                row.runner(),
                BackfillRow.lease(pause),
                row.version());
    }

    Backfill passOver(List<String> key, String words, boolean retried) throws SQLException {
        var literal = BackfillKey.literal(key);
        return row.one(
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
                row.runner(),
                BackfillRow.lease(Duration.ZERO),
                row.version());
    }

    Backfill finish() throws SQLException {
        return row.one(FINISH, row.runner(), row.version());
    }
}
