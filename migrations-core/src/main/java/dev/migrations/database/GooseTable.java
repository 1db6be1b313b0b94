package dev.migrations.database;

import dev.migrations.history.AppliedElsewhere;
import dev.migrations.history.ForeignMigration;
import dev.migrations.history.ForeignMigration.Claim;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** goose: a row for each step up or down, of which the latest of a version counts; version 0 only says that it was here. */
final class GooseTable implements ForeignTable {

    private static final String SELECT_VERSIONS = """
            select version_id, tstamp::timestamptz as tstamp
            from (select distinct on (version_id) version_id, is_applied, tstamp
                  from {table}
                  where version_id > 0
                  order by version_id, id desc) as latest
            where is_applied
            order by version_id""";

    @Override
    public Set<String> columns() {
        return Set.of("id", "version_id", "is_applied", "tstamp");
    }

    @Override
    public List<ForeignMigration> read(Connection connection, TableName table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(table.in(SELECT_VERSIONS))) {
            var found = new ArrayList<ForeignMigration>();
            while (rows.next()) {
                var at = rows.getTimestamp("tstamp");
                var stamp = at == null ? null : new AppliedElsewhere(at.toInstant(), null);
                found.add(ForeignMigration.of(rows.getString("version_id"), Claim.APPLIED, stamp));
            }
            return found;
        }
    }

    /** Its session lock is off unless asked for, and its key is the application's choice. */
    @Override
    public boolean tryLock(Connection connection, TableName table) {
        return true;
    }
}
