package dev.migrations.sample.embedded;

import dev.migrations.sample.database.DatabaseConnection;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL server with some databases, which lives as long as the application; its data outlives both.
 *
 * <ol>
 *   <li>The directory is locked: one application at a time, and whatever runs there without its lock is left behind.
 *   <li>A server that was left behind is stopped.
 *   <li>Data is made, if there is none.
 *   <li>The server starts on a free port.
 *   <li>Databases that are missing are created.
 * </ol>
 *
 * <p>As root, which PostgreSQL refuses, the server runs in a user namespace of its own ({@code unshare -U}). The process
 * still is root's outside of it, and so are its files and the right to stop it.
 */
public final class EmbeddedServer implements AutoCloseable {

    /** The major version of the binaries on the class path. */
    static final String MAJOR_VERSION = "18";

    static final String USER = "postgres";

    private static final String DATABASE_EXISTS = """
            select exists (
                select from pg_database
                where datname = ?)
            """;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration TIME_TO_RECOVER = Duration.ofSeconds(30);

    private final EmbeddedPostgres postgres;
    private final FileChannel lock;

    private EmbeddedServer(EmbeddedPostgres postgres, FileChannel lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    /**
     * Starts the server.
     *
     * @throws EmbeddedServerException with a hint, if it cannot
     */
    public static EmbeddedServer start(Path root, List<String> databases) {
        var directory = new ServerDirectory(root);
        try {
            var lock = directory.lock();
            try {
                return new EmbeddedServer(start(directory, databases), lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (EmbeddedServerException e) {
            throw e;
        } catch (IOException | SQLException | RuntimeException e) {
            throw EmbeddedServerException.notStarted(directory, e);
        }
    }

    private static EmbeddedPostgres start(ServerDirectory directory, List<String> databases)
            throws IOException, SQLException {
        directory.requireVersion(MAJOR_VERSION);
        stopLeftBehind(directory.data());
        removeUnfinished(directory);
        if (!directory.hasData()) {
            var unfinished = directory.unfinished();
            startOn(unfinished, directory).close();
            directory.finish(unfinished);
        }
        var postgres = startOn(directory.data(), directory);
        try {
            createMissing(databases, postgres);
        } catch (SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
        log.info(
                "PostgreSQL {} listens on port {}, its data is in {}",
                MAJOR_VERSION,
                postgres.getPort(),
                directory.root());
        return postgres;
    }

    private static void stopLeftBehind(Path data) throws IOException {
        LeftBehindServer.find(data).ifPresent(LeftBehindServer::stop);
    }

    private static void removeUnfinished(ServerDirectory directory) throws IOException {
        for (var unfinished : directory.allUnfinished()) {
            stopLeftBehind(unfinished);
            try {
                FileSystemUtils.deleteRecursively(unfinished);
            } catch (IOException e) {
                log.debug("{} is written to yet; a later start removes it", unfinished, e);
            }
        }
    }

    /** Runs {@code initdb} first, if there is no data. */
    private static EmbeddedPostgres startOn(Path data, ServerDirectory directory) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // a hook of its own would stop it while the pools are still in use
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setOutputRedirector(Redirect.appendTo(directory.log().toFile()))
                .setPGStartupWait(TIME_TO_RECOVER)
                .start();
    }

    private static void createMissing(List<String> databases, EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            for (var database : databases) {
                if (!exists(database, connection)) {
                    try (var create = connection.createStatement()) {
                        create.execute("create database " + create.enquoteIdentifier(database, true));
                    }
                }
            }
        }
    }

    private static boolean exists(String database, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(DATABASE_EXISTS)) {
            query.setString(1, database);
            try (var answer = query.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** How to reach one of its databases; the server listens on the loopback only and asks for no password. */
    public DatabaseConnection connection(String database) {
        return new DatabaseConnection(url(postgres.getPort(), database), USER, "");
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** Stops the server and keeps its data. */
    @Override
    public void close() throws IOException {
        postgres.close();
        lock.close();
        log.info("PostgreSQL has stopped");
    }
}
