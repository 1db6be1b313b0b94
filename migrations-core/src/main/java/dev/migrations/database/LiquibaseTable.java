package dev.migrations.database;

import dev.migrations.history.AppliedElsewhere;
import dev.migrations.history.ForeignMigration;
import dev.migrations.history.ForeignMigration.Claim;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Liquibase: a row for each change set. A file is found by the number or the words that the changelog's file name starts
 * with, else by those of the change set's id.
 */
final class LiquibaseTable implements ForeignTable {

    private static final String SELECT_CHANGE_SETS = """
            select id, author, filename, exectype, dateexecuted::timestamptz as dateexecuted
            from {table}
            order by orderexecuted""";

    private static final String FIND_LOCK_TABLE = "select to_regclass(?) is not null";

    private static final String SELECT_LOCKED = """
            select bool_or(locked)
            from {table}""";

    private static final Pattern NUMBERED = Pattern.compile("[vV]?(?<digits>[0-9]{1,18})(?:[^0-9](?<words>.*))?");

    @Override
    public Set<String> columns() {
        return Set.of("id", "author", "filename", "exectype", "dateexecuted", "orderexecuted");
    }

    @Override
    public List<ForeignMigration> read(Connection connection, TableName table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(table.in(SELECT_CHANGE_SETS))) {
            var found = new ArrayList<ForeignMigration>();
            while (rows.next()) {
                found.add(changeSet(rows));
            }
            return found;
        }
    }

    private static ForeignMigration changeSet(ResultSet row) throws SQLException {
        var id = row.getString("id");
        var file = row.getString("filename");
        var stem = file.substring(file.lastIndexOf('/') + 1).replaceFirst("(\\.(up|changelog))?\\.[a-zA-Z]+$", "");
        var byFile = NUMBERED.matcher(stem);
        var byId = NUMBERED.matcher(id);
        var number = byFile.matches() ? byFile : byId;
        var at = row.getTimestamp("dateexecuted");
        return new ForeignMigration(
                file + "::" + id + "::" + row.getString("author"),
                "FAILED".equals(row.getString("exectype")) ? Claim.FAILED : Claim.APPLIED,
                number.matches() ? number.group("digits") : "",
                number.matches() ? Optional.ofNullable(number.group("words")).orElse("") : id,
                null,
                at == null ? null : new AppliedElsewhere(at.toInstant(), null));
    }

    /** Its lock is a row that a session sets and commits, so it can be looked at and not taken. */
    @Override
    public boolean tryLock(Connection connection, TableName table) throws SQLException {
        var lock = new TableName(table.schema(), table.name() + "lock");
        return !exists(connection, lock) || !isLocked(connection, lock);
    }

    private static boolean exists(Connection connection, TableName table) throws SQLException {
        try (var statement = connection.prepareStatement(FIND_LOCK_TABLE)) {
            statement.setString(1, table.quoted());
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static boolean isLocked(Connection connection, TableName table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(table.in(SELECT_LOCKED))) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
