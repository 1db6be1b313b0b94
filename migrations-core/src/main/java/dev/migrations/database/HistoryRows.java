package dev.migrations.database;

import dev.migrations.history.AppliedMigration;
import dev.migrations.history.AppliedMigration.State;
import dev.migrations.history.AppliedMigration.StoredDown;
import dev.migrations.history.AppliedRepeatable;
import dev.migrations.migration.MigrationVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of the history table as values. */
final class HistoryRows {

    private HistoryRows() {}

    static List<AppliedMigration> migrations(ResultSet rows, TableName table) throws SQLException {
        var migrations = new ArrayList<AppliedMigration>();
        while (rows.next()) {
            checkFormat(rows, table);
            migrations.add(new AppliedMigration(
                    version(rows, table),
                    rows.getString("description"),
                    rows.getString("script"),
                    rows.getString("checksum"),
                    State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                    instant(rows),
                    rows.getString("applied_by"),
                    Duration.ofMillis(rows.getLong("duration_ms")),
                    List.of((String[]) rows.getArray("segment_checksums").getArray()),
                    new StoredDown(rows.getBoolean("down_kept"), rows.getString("down_script")),
                    rows.getString("tool_version")));
        }
        return migrations;
    }

    static List<AppliedRepeatable> repeatables(ResultSet rows, TableName table) throws SQLException {
        var repeatables = new ArrayList<AppliedRepeatable>();
        while (rows.next()) {
            checkFormat(rows, table);
            repeatables.add(new AppliedRepeatable(
                    rows.getString("description"),
                    rows.getString("script"),
                    rows.getString("checksum"),
                    instant(rows),
                    rows.getString("applied_by"),
                    Duration.ofMillis(rows.getLong("duration_ms"))));
        }
        return repeatables;
    }

    private static MigrationVersion version(ResultSet row, TableName table) throws SQLException {
        var number = row.getLong("version");
        try {
            return new MigrationVersion(number);
        } catch (IllegalArgumentException e) {
            throw new HistoryTableException(HistoryProblems.notAVersion(table, number));
        }
    }

    static void checkFormat(ResultSet row, TableName table) throws SQLException {
        var format = row.getInt("format");
        if (format > HistoryTable.FORMAT) {
            throw new HistoryTableException(HistoryProblems.newer(table, format, row.getString("tool_version")));
        }
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("applied_at", OffsetDateTime.class).toInstant();
    }
}
