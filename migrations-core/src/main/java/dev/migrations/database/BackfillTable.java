package dev.migrations.database;

import dev.migrations.history.Backfill;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.Problem;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** The rows that say how far the backfills are, read and steered from any session. */
public final class BackfillTable {

    private static final String SELECT_ONE = "select " + BackfillRows.COLUMNS + """

            from {table}
            where version = ?""";

    private static final String PAUSE = """
            update {table}
            set state = 'paused', waits = null
            where version = ? and state = 'open'
            returning\s""" + BackfillRows.COLUMNS;

    private static final String RESUME = """
            update {table}
            set state = 'open', waits = null, finished_at = null
            where version = ? and state in ('paused', 'cancelled')
            returning\s""" + BackfillRows.COLUMNS;

    private static final String CANCEL = """
            update {table}
            set state = 'cancelled', waits = null, lease_until = null, finished_at = clock_timestamp()
            where version = ? and state in ('open', 'paused', 'failed')
            returning\s""" + BackfillRows.COLUMNS;

    private static final String RETRY = """
            update {table}
            set state = 'open', waits = null, finished_at = null, error = null,
                retry_keys = retry_keys || failed_keys, failed_keys = '{}', failed_rows = '{}'
            where version = ? and state = 'failed'
            returning\s""" + BackfillRows.COLUMNS;

    private final Session session;
    private final TableName table;

    private BackfillTable(Session session) {
        this.session = session;
        this.table = session.facts().table().backfills();
    }

    /** The rows of the folder that the session was opened for. */
    public static BackfillTable of(Session session) {
        return new BackfillTable(session);
    }

    /** What somebody may want of a backfill. */
    public enum Wish {
        /** Nobody goes on with it for now. */
        PAUSE,
        /** Somebody may go on with it. */
        RESUME,
        /** Nobody goes on with it. */
        CANCEL,
        /** The rows that could not be done are tried again. */
        RETRY
    }

    /** One row as it is now. */
    public Optional<Backfill> find(MigrationVersion version) {
        return session.facts().beside().backfills() ? query(SELECT_ONE, version) : Optional.empty();
    }

    /**
     * One row that must be there.
     *
     * @throws BackfillRefusedException if it is not
     */
    public Backfill get(MigrationVersion version) {
        return find(version).orElseThrow(() -> new BackfillRefusedException(unknown(version)));
    }

    /**
     * Does what is wished, when the batch that may run just now has ended.
     *
     * @throws BackfillRefusedException if there is no such backfill, or if it is in no state for that
     */
    public Backfill steer(Wish wish, MigrationVersion version) {
        var before = get(version);
        return query(sql(wish), version)
                .or(() -> find(version).filter(row -> isSo(wish, row)))
                .orElseThrow(() -> new BackfillRefusedException(cannot(wish, before)));
    }

    private static boolean isSo(Wish wish, Backfill row) {
        return switch (wish) {
            case PAUSE -> row.state() == Backfill.State.PAUSED;
            case CANCEL -> row.state() == Backfill.State.CANCELLED;
            case RESUME, RETRY -> row.state() == Backfill.State.OPEN;
        };
    }

    private Optional<Backfill> query(String sql, MigrationVersion version) {
        try (var statement = session.connection().prepareStatement(table.in(sql))) {
            statement.setLong(1, version.value());
            try (var rows = statement.executeQuery()) {
                var found = BackfillRows.backfills(rows, table);
                return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
            }
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private static Problem unknown(MigrationVersion version) {
        return Problem.of(
                "unknown-backfill",
                "there is no backfill " + version + " on this database.",
                "`backfill status` lists those that there are; one that is pending is applied by `up`.");
    }

    private static Problem cannot(Wish wish, Backfill row) {
        var state = row.state().name().toLowerCase(Locale.ROOT);
        var message = "backfill " + row.version() + " is " + state + ", so that it cannot be "
                + switch (wish) {
                    case PAUSE -> "paused.";
                    case RESUME -> "resumed.";
                    case CANCEL -> "cancelled.";
                    case RETRY -> "tried again.";
                };
        return Problem.of(
                "backfill-state",
                message,
                switch (row.state()) {
                    case OPEN -> "`backfill run " + row.version() + "` goes on with it.";
                    case PAUSED, CANCELLED -> "`backfill resume " + row.version() + "` opens it again.";
                    case COMPLETED -> "nothing is left to do: every row is done.";
                    case FAILED -> "`backfill retry " + row.version() + "` tries again what could not be done.";
                });
    }

    private static String sql(Wish wish) {
        return switch (wish) {
            case PAUSE -> PAUSE;
            case RESUME -> RESUME;
            case CANCEL -> CANCEL;
            case RETRY -> RETRY;
        };
    }
}
