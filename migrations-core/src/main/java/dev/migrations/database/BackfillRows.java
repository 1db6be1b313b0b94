package dev.migrations.database;

import dev.migrations.history.Backfill;
import dev.migrations.history.Backfill.State;
import dev.migrations.migration.MigrationVersion;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of backfills, and its rows as values. */
final class BackfillRows {

    static final String CREATE = """
            create table if not exists {table} (
                version        bigint primary key,
                table_name     text not null,
                key_columns    text[] not null,
                state          text not null
                    check (state in ('open', 'paused', 'completed', 'failed', 'cancelled')),
                position       text[],
                last_key       text[],
                estimated_rows bigint not null default 0,
                rows_passed    bigint not null default 0,
                rows_changed   bigint not null default 0,
                batches        bigint not null default 0,
                batch_size     integer not null,
                worked_ms      bigint not null default 0,
                waits          text,
                runner         text,
                lease_until    timestamptz,
                registered_at  timestamptz not null default clock_timestamp(),
                started_at     timestamptz,
                finished_at    timestamptz,
                failed_keys    text[] not null default '{}',
                failed_rows    text[] not null default '{}',
                retry_keys     text[] not null default '{}',
                error          text,
                tool_version   text not null,
                format         integer not null
            )""";

    /** What {@link #backfill} reads; a lease is the server's word, by its own clock. */
    static final String COLUMNS = """
            version, table_name, key_columns, state, waits, position, last_key, estimated_rows, rows_passed, rows_changed,
            batches, batch_size, worked_ms, runner, coalesce(lease_until > clock_timestamp(), false) as running,
            started_at, finished_at, failed_rows, error, tool_version, format""";

    static final String SELECT = "select " + COLUMNS + """

            from {table}
            order by version""";

    private BackfillRows() {}

    static List<Backfill> backfills(ResultSet rows, TableName table) throws SQLException {
        var backfills = new ArrayList<Backfill>();
        while (rows.next()) {
            HistoryRows.checkFormat(rows, table);
            backfills.add(backfill(rows));
        }
        return backfills;
    }

    static Backfill backfill(ResultSet row) throws SQLException {
        return new Backfill(
                new MigrationVersion(row.getLong("version")),
                row.getString("table_name"),
                texts(row, "key_columns"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("waits"),
                findTexts(row, "position"),
                findTexts(row, "last_key"),
                row.getLong("estimated_rows"),
                row.getLong("rows_passed"),
                row.getLong("rows_changed"),
                row.getLong("batches"),
                row.getInt("batch_size"),
                Duration.ofMillis(row.getLong("worked_ms")),
                row.getString("runner"),
                row.getBoolean("running"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                texts(row, "failed_rows"),
                row.getString("error"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static @Nullable List<String> findTexts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
