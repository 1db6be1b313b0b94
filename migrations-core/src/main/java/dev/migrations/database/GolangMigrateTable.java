package dev.migrations.database;

import dev.migrations.history.ForeignMigration;
import dev.migrations.history.ForeignMigration.Claim;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** golang-migrate: one row with the version that is reached, and whether the way there ended well. */
final class GolangMigrateTable implements ForeignTable {

    private static final String SELECT_VERSION = """
            select version, dirty
            from {table}""";

    /** {@code advisoryLockIDSalt} of golang-migrate's package {@code database}. */
    private static final long SALT = 1_486_364_155;

    @Override
    public Set<String> columns() {
        return Set.of("version", "dirty");
    }

    @Override
    public List<ForeignMigration> read(Connection connection, TableName table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(table.in(SELECT_VERSION))) {
            var found = new ArrayList<ForeignMigration>();
            while (rows.next()) {
                var claim = rows.getBoolean("dirty") ? Claim.FAILED : Claim.REACHED;
                found.add(ForeignMigration.of(rows.getString("version"), claim, null));
            }
            return found;
        }
    }

    @Override
    public boolean tryLock(Connection connection, TableName table) throws SQLException {
        var database = connection.getCatalog();
        // its command line names the database by the path of its URL, its library by current_database()
        return AdvisoryLock.tryLock(connection, key(table, "/" + database), key(table, database));
    }

    static long key(TableName table, String database) {
        var crc = new CRC32();
        crc.update(String.join("\0", table.schema(), table.name(), database).getBytes(StandardCharsets.UTF_8));
        return crc.getValue() * SALT & 0xFFFF_FFFFL;
    }
}
