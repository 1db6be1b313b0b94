package dev.migrations.test.server;

import dev.migrations.test.server.TestServer.Lifetime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A container; the library's own watcher ends it when the JVM ends. */
final class ContainerServer {

    static final String IMAGE_PROPERTY = "migrations.test.image";
    private static final String IMAGE = "postgres:18-alpine";

    private ContainerServer() {}

    /** Empty where no Docker answers. */
    static Optional<TestServer> start() {
        if (!isWorthATry() || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        try {
            // closed by the library's own watcher when the JVM ends
            @SuppressWarnings("resource")
            var container = new PostgreSQLContainer(System.getProperty(IMAGE_PROPERTY, IMAGE));
            container.withCommand(command());
            container.start();
            var url = DatabaseUrl.parse(container.getJdbcUrl());
            return Optional.of(new TestServer(
                    new DatabaseUrl(url.url(), container.getUsername(), container.getPassword()), Lifetime.JVM));
        } catch (RuntimeException e) {
            throw ServerNotFoundException.notStarted("container's", e);
        }
    }

    private static String[] command() {
        var command = new ArrayList<>(List.of("postgres"));
        ServerTuning.SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command.toArray(String[]::new);
    }

    /** Asking the library takes a second, and fills the log, where nothing of Docker is there. */
    private static boolean isWorthATry() {
        var home = Path.of(System.getProperty("user.home"));
        var runtime = Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")).map(Path::of);
        return System.getenv("DOCKER_HOST") != null
                || System.getProperty("os.name").startsWith("Windows")
                || Stream.concat(
                                Stream.of(
                                        Path.of("/var/run/docker.sock"),
                                        home.resolve(".docker/run/docker.sock"),
                                        home.resolve(".testcontainers.properties")),
                                runtime.map(directory -> directory.resolve("docker.sock")).stream())
                        .anyMatch(Files::exists);
    }
}
