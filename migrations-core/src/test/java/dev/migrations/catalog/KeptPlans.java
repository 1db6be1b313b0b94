package dev.migrations.catalog;

import dev.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections that read the catalogues time and again: planning the questions takes longer than asking them. */
final class KeptPlans {

    /** The driver plans anew after each statement that defines something, and no answer here changes its shape. */
    private static final String OPTIONS = "&prepareThreshold=1&flushCacheOnDdl=false";

    private KeptPlans() {}

    static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url() + OPTIONS);
    }
}
