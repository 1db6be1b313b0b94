package dev.migrations.catalog;

import dev.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Connections that read the catalogues time and again: planning the questions takes longer than asking them. The driver plans
 * anew after each statement that defines something, though no answer here changes its shape, and where the server tells it of
 * another search path.
 */
final class KeptPlans {

    private static final String OPTIONS =
            "&prepareThreshold=1&flushCacheOnDdl=false&options=-c%20search_path=%20-c%20plan_cache_mode=force_generic_plan";

    private static final String SEARCH_PATH = "select set_config('search_path', '%s', false);\n";

    private KeptPlans() {}

    static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url() + OPTIONS);
    }

    /** Runs statements with the usual search path; sent with them, it has gone again when the server tells of it. */
    static void execute(Connection connection, String sql) throws SQLException {
        var all = List.of(SEARCH_PATH.formatted("public"), sql + ";\n", SEARCH_PATH.formatted(""));
        // the driver takes a function apart that does not come first
        var together = sql.toLowerCase(Locale.ROOT).contains("begin atomic") ? all : List.of(String.join("", all));
        try (var statement = connection.createStatement()) {
            for (var text : together) {
                statement.execute(text);
            }
        }
    }
}
