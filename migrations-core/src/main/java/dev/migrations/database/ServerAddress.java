package dev.migrations.database;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.core.BaseConnection;

/**
 * Where a connection leads, for PostgreSQL's own programs.
 *
 * @param host     of the server
 * @param port     of the server
 * @param database its name on the server
 * @param user     the role that logged in
 * @param version  the server's, such as 180006
 */
public record ServerAddress(String host, int port, String database, String user, int version) {

    private static final int PER_MAJOR = 10_000;

    /**
     * Connects, and asks.
     *
     * @throws DatabaseUnreachableException if there is no connection
     */
    public static ServerAddress of(ConnectionSource source) {
        try (var connection = source.connect()) {
            var driver = connection.unwrap(BaseConnection.class);
            var host = driver.getQueryExecutor().getHostSpec();
            return new ServerAddress(
                    host.getHost(),
                    host.getPort(),
                    driver.getQueryExecutor().getDatabase(),
                    driver.getQueryExecutor().getUser(),
                    driver.getQueryExecutor().getServerVersionNum());
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    /** The server's major version, such as 18. */
    public int majorVersion() {
        return version / PER_MAJOR;
    }

    /** The variables by which libpq finds it (PostgreSQL manual, "Environment Variables"). */
    public Map<String, String> clientEnvironment() {
        var environment = new HashMap<String, String>();
        environment.put("PGHOST", host);
        environment.put("PGPORT", Integer.toString(port));
        environment.put("PGDATABASE", database);
        environment.put("PGUSER", user);
        return Map.copyOf(environment);
    }
}
