package dev.migrations.database;

import dev.migrations.history.ForeignMigration;
import dev.migrations.history.ForeignMigration.Claim;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** dbmate: a row for each version, and no lock. */
final class DbmateTable implements ForeignTable {

    private static final String SELECT_VERSIONS = """
            select version
            from {table}
            order by version""";

    @Override
    public Set<String> columns() {
        return Set.of("version");
    }

    @Override
    public List<ForeignMigration> read(Connection connection, TableName table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(table.in(SELECT_VERSIONS))) {
            var found = new ArrayList<ForeignMigration>();
            while (rows.next()) {
                found.add(ForeignMigration.of(rows.getString("version"), Claim.APPLIED, null));
            }
            return found;
        }
    }

    @Override
    public boolean tryLock(Connection connection, TableName table) {
        return true;
    }
}
