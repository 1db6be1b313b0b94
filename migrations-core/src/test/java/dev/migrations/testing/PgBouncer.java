package dev.migrations.testing;

import dev.migrations.database.ConnectionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PgBouncer in transaction mode before one database, where the machine has the binary. */
public final class PgBouncer implements AutoCloseable {

    private static final int POOL_SIZE = 20;

    private final Process process;
    private final String url;

    private PgBouncer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Whether it is installed (Debian: {@code apt-get install pgbouncer}). */
    public static boolean isInstalled() {
        return findBinary().isPresent();
    }

    /** Starts one, and waits until it answers. */
    public static PgBouncer before(TestDatabase database, Path directory) {
        var binary = findBinary().orElseThrow(() -> new IllegalStateException("there is no pgbouncer"));
        try {
            var port = freePort();
            var settings = write(database, directory, port);
            var log = directory.resolve("pgbouncer.log").toFile();
            var process = new ProcessBuilder(command(binary, settings))
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            var bouncer = new PgBouncer(
                    process, database.url().replaceFirst("//[^/]+/", "//127.0.0.1:" + port + "/") + "&sslmode=disable");
            Background.awaitUntil(bouncer::answers);
            return bouncer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database through it. */
    public String url() {
        return url;
    }

    /** Connections through it. */
    public ConnectionSource source() {
        return ConnectionSource.of(url, null, null);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException("pgbouncer has ended with " + process.exitValue(), e);
            }
            return false;
        }
    }

    private static Path write(TestDatabase database, Path directory, int port) throws IOException {
        var target = URI.create(database.url().substring("jdbc:".length()));
        var users = Files.writeString(
                directory.resolve("users.txt"),
                "\"%s\" \"%s\"\n".formatted(parameter(target, "user"), parameter(target, "password")));
        var settings = Files.writeString(directory.resolve("pgbouncer.ini"), """
                        [databases]
                        * = host=%s port=%d
                        [pgbouncer]
                        listen_addr = 127.0.0.1
                        listen_port = %d
                        unix_socket_dir =
                        auth_type = trust
                        auth_file = %s
                        pool_mode = transaction
                        default_pool_size = %d
                        max_client_conn = 200
                        ignore_startup_parameters = extra_float_digits
                        """.formatted(
                        target.getHost(), target.getPort(), port, users, POOL_SIZE));
        // whoever runs it must be able to read them
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        return settings;
    }

    /** It refuses to run as root. */
    private static List<String> command(Path binary, Path settings) {
        return System.getProperty("user.name").equals("root")
                ? List.of(binary.toString(), "-u", "nobody", settings.toString())
                : List.of(binary.toString(), settings.toString());
    }

    private static String parameter(URI target, String name) {
        return Stream.of(target.getQuery().split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> findBinary() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":", -1))
                .map(place -> Path.of(place, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
