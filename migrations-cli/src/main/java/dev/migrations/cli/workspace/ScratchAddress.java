package dev.migrations.cli.workspace;

import dev.migrations.database.ConnectionSource;
import java.util.Map;

/** Where a scratch database is that somebody names. */
public final class ScratchAddress {

    private ScratchAddress() {}

    /**
     * Its connections; where the URL says no role or password, {@code PGUSER} and {@code PGPASSWORD} do.
     *
     * @throws UsageException if it is not the URL of a PostgreSQL database
     */
    public static ConnectionSource of(String url, Map<String, String> environment) {
        return DatabaseAddress.parse("--scratch", url)
                .orDefaults(new PgVariables(environment))
                .source();
    }
}
