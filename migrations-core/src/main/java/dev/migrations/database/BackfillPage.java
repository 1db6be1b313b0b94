package dev.migrations.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the next keys of a table, in the order of the key. */
final class BackfillPage {

    private static final String SELECT_PAGE = """
            with page as (
                select {key}
                from {table}
                where {after} and ({key}) <= {value}
                order by {key}
                limit ?)
            select (select count(*) from page) as size,
                   (select array[{texts}] from page order by {key} limit 1) as first_key,
                   (select array[{texts}] from page order by {descending} limit 1) as last_key""";

    private static final String AFTER = "({key}) > {value}";

    private static final String SELECT_LAST = """
            select array[{texts}] as last_key
            from {table}
            order by {descending}
            limit 1""";

    /** The planner knows the table's size of this moment, and adds up partitions. */
    private static final String ESTIMATE = "explain (format json) select from {table}";

    private static final Pattern PLAN_ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    private final Session session;
    private final BackfillKey key;

    BackfillPage(Session session, BackfillKey key) {
        this.session = session;
        this.key = key;
    }

    /**
     * A run of keys.
     *
     * @param rows how many
     * @param from the lowest
     * @param to   the highest
     */
    record Keys(int rows, List<String> from, List<String> to) {}

    /** The highest key that there is just now. */
    Optional<List<String>> last() throws SQLException {
        try (var statement = session.connection().prepareStatement(in(SELECT_LAST));
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(BackfillRows.findTexts(rows, "last_key")) : Optional.empty();
        }
    }

    long estimatedRows() throws SQLException {
        try (var statement = session.connection().prepareStatement(in(ESTIMATE));
                var rows = statement.executeQuery()) {
            rows.next();
            var rowsOfPlan = PLAN_ROWS.matcher(rows.getString(1));
            return rowsOfPlan.find() ? Long.parseLong(rowsOfPlan.group(1)) : 0;
        }
    }

    /** The next keys behind one and up to another, as many as there are. */
    Optional<Keys> after(@Nullable List<String> done, List<String> last, int most) throws SQLException {
        var sql = in(SELECT_PAGE.replace("{after}", done == null ? "true" : AFTER));
        try (var statement = session.connection().prepareStatement(sql)) {
            var at = done == null ? 1 : bind(statement, done, 1);
            statement.setInt(bind(statement, last, at), most);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return keys(rows);
            }
        }
    }

    private static Optional<Keys> keys(ResultSet row) throws SQLException {
        var from = BackfillRows.findTexts(row, "first_key");
        var to = BackfillRows.findTexts(row, "last_key");
        return from == null || to == null ? Optional.empty() : Optional.of(new Keys(row.getInt("size"), from, to));
    }

    /** Without a type of its own, a value takes the column's. */
    private static int bind(PreparedStatement statement, List<String> values, int first) throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            statement.setObject(first + i, values.get(i), Types.OTHER);
        }
        return first + values.size();
    }

    private String in(String sql) {
        return sql.replace("{table}", key.table())
                .replace("{key}", key.list())
                .replace("{texts}", key.texts())
                .replace("{descending}", key.descending())
                .replace("{value}", key.values());
    }
}
