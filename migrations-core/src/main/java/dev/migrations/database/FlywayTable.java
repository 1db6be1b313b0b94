package dev.migrations.database;

import dev.migrations.history.AppliedElsewhere;
import dev.migrations.history.ForeignMigration;
import dev.migrations.history.ForeignMigration.Claim;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flyway: a row for each run, in the order of {@code installed_rank}; an undo or a delete takes back an earlier row. */
final class FlywayTable implements ForeignTable {

    private static final String SELECT_RUNS = """
            select version, description, type, script, checksum, installed_by, success,
                   installed_on::timestamptz as installed_on
            from {table}
            order by installed_rank""";

    /** "Flyway" in ASCII, to which the hash of the quoted table name is added. */
    private static final long LOCK_KEY = 77_431_708_279_161L;

    @Override
    public Set<String> columns() {
        return Set.of("installed_rank", "version", "description", "type", "script", "checksum", "success");
    }

    @Override
    public List<ForeignMigration> read(Connection connection, TableName table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(table.in(SELECT_RUNS))) {
            var latest = new LinkedHashMap<String, ForeignMigration>();
            while (rows.next()) {
                add(rows, latest);
            }
            return List.copyOf(latest.values());
        }
    }

    private static void add(ResultSet row, Map<String, ForeignMigration> latest) throws SQLException {
        var version = row.getString("version");
        var key = version == null ? "R " + row.getString("description") : plain(version);
        var type = row.getString("type");
        if (!row.getBoolean("success")) {
            latest.put(key, migration(row, Claim.FAILED));
            return;
        }
        switch (type) {
            case "SCHEMA" -> {
                // it has created the schema: nothing of ours
            }
            case "DELETE" -> latest.remove(key);
            case "BASELINE", "SQL_BASELINE", "JDBC_BASELINE" -> latest.put(key, migration(row, Claim.BASELINE));
            default -> {
                if (type.startsWith("UNDO_")) {
                    latest.remove(key);
                } else {
                    // a repeatable that ran again takes the place of its latest run
                    latest.remove(key);
                    latest.put(key, migration(row, version == null ? Claim.REPEATED : Claim.APPLIED));
                }
            }
        }
    }

    private static ForeignMigration migration(ResultSet row, Claim claim) throws SQLException {
        var version = row.getString("version");
        Timestamp at = row.getTimestamp("installed_on");
        return new ForeignMigration(
                row.getString("script"),
                claim,
                version == null ? "" : plain(version),
                row.getString("description"),
                row.getObject("checksum", Integer.class),
                stamp(at, row.getString("installed_by")));
    }

    private static @Nullable AppliedElsewhere stamp(@Nullable Timestamp at, @Nullable String by) {
        return at == null ? null : new AppliedElsewhere(at.toInstant(), by);
    }

    /** Flyway takes {@code 1.0} and {@code 01} for {@code 1}. */
    private static String plain(String version) {
        return version.replace('_', '.').replaceAll("(\\.0+)+$", "").replaceAll("(^|\\.)0+(?=[0-9])", "$1");
    }

    @Override
    public boolean tryLock(Connection connection, TableName table) throws SQLException {
        return AdvisoryLock.tryLock(connection, LOCK_KEY + table.quoted().hashCode());
    }
}
