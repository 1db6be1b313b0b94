package dev.migrations.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The server of this JVM: the one that {@code MIGRATIONS_TEST_URL} names, else a container where Docker answers, else
 * embedded binaries.
 */
public final class PostgresServer {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String url;
    private final int majorVersion;

    private PostgresServer(String url) {
        this.url = url;
        this.majorVersion = majorVersion(url);
    }

    /** Started at the first call. */
    public static PostgresServer get() {
        return Holder.SERVER;
    }

    /** A database that nobody else uses, in a time zone that differs from the JVM's; dropped when it is closed. */
    public TestDatabase createDatabase() {
        var name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        // instead of a copy block by block through the log, which is slower for a small template
        var strategy = majorVersion >= 15 ? " strategy file_copy" : "";
        execute("create database " + name + strategy, "alter database " + name + " set timezone = 'America/St_Johns'");
        return new TestDatabase(this, name);
    }

    /** Such as 18. */
    public int majorVersion() {
        return majorVersion;
    }

    /** The JDBC URL of one of its databases, user and password included. */
    public String url(String database) {
        return url.replaceFirst("/[^/?]+\\?", "/" + database + "?");
    }

    /** Runs statements as the superuser, one by one, in the maintenance database. */
    public void execute(String... statements) {
        executeAt(url, statements);
    }

    static void executeAt(String url, String... statements) {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int majorVersion(String url) {
        try (var connection = connect(url)) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static PostgresServer start() {
        var given = System.getenv("MIGRATIONS_TEST_URL");
        if (given != null) {
            return new PostgresServer(given.contains("?") ? given : given + "?");
        }
        var docker = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return docker ? container() : embedded();
    }

    private static PostgresServer container() {
        // closed by the library's own watcher when the JVM ends
        @SuppressWarnings("resource")
        var container = new PostgreSQLContainer("postgres:18-alpine");
        container.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        container.start();
        return new PostgresServer(container.getJdbcUrl().replaceFirst("\\?.*$", "") + "?user=" + container.getUsername()
                + "&password=" + container.getPassword());
    }

    private static PostgresServer embedded() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new PostgresServer("jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {

        private static final PostgresServer SERVER = start();
    }
}
