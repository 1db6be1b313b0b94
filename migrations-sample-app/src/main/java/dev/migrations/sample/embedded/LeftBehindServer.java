package dev.migrations.sample.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that goes on running when its application was killed.
 *
 * <p>{@code postmaster.pid} in the data directory names it: its process in the first line, its port in the fourth.
 * The process may be gone, and its number may by now belong to something else; so it is asked for its command line first.
 * It is stopped in two steps that need no binaries: its sessions are ended by the server itself, and SIGTERM then finds a
 * server without clients, which shuts down at once (chapter "Shutting Down the Server" of PostgreSQL's manual).
 */
final class LeftBehindServer {

    private static final String END_SESSIONS = """
            select pg_terminate_backend(pid)
            from pg_stat_activity
            where backend_type = 'client backend'
            and pid <> pg_backend_pid()
            """;

    private static final Logger log = LoggerFactory.getLogger(LeftBehindServer.class);

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(30);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final Path data;
    private final ProcessHandle process;
    private final Optional<Integer> port;

    private LeftBehindServer(Path data, ProcessHandle process, Optional<Integer> port) {
        this.data = data;
        this.process = process;
        this.port = port;
    }

    /** The server that runs on the data, or nothing; a file that speaks of a foreign process is removed. */
    static Optional<LeftBehindServer> find(Path data) throws IOException {
        var file = processFile(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        var process = ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()));
        if (process.isEmpty()) {
            return Optional.empty(); // PostgreSQL itself passes over the file of a process that is gone
        }
        var commandLine = process.get().info().commandLine().orElse("");
        if (commandLine.contains(data.toString())) {
            var port = lines.size() > PORT_LINE
                    ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                    : Optional.<Integer>empty();
            return Optional.of(new LeftBehindServer(data, process.get(), port));
        }
        if (!commandLine.isEmpty()) {
            Files.delete(file);
        }
        return Optional.empty();
    }

    static Path processFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Stops it, as a clean shutdown: the next start has nothing to recover. */
    void stop() {
        log.info("Stopping PostgreSQL (process {}), which an earlier run left behind", process.pid());
        port.ifPresent(LeftBehindServer::endSessions);
        process.destroy();
        awaitEnd();
    }

    /** Its file is the sign: the process may stay visible, where nobody collects the dead of a container. */
    private void awaitEnd() {
        var deadline = System.nanoTime() + TIME_TO_STOP.toNanos();
        while (process.isAlive() && Files.exists(processFile(data))) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw EmbeddedServerException.stillRunning(data, process.pid());
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private static void endSessions(int port) {
        var url = EmbeddedServer.url(port, "postgres");
        try (var connection = DriverManager.getConnection(url, EmbeddedServer.USER, "");
                var statement = connection.createStatement()) {
            statement.execute(END_SESSIONS);
        } catch (SQLException e) {
            log.debug("The server takes no connections, so there are no sessions to end", e);
        }
    }
}
