package dev.migrations.test.server;

import dev.migrations.test.server.TestServer.Lifetime;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** Embedded binaries; they stop the server, and delete its data, when the JVM ends. */
final class EmbeddedServer {

    private EmbeddedServer() {}

    static TestServer start() {
        try {
            var builder = EmbeddedPostgres.builder();
            ServerTuning.SETTINGS.forEach(builder::setServerConfig);
            var server = builder.start();
            var url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
            return new TestServer(new DatabaseUrl(url, "postgres", null), Lifetime.JVM);
        } catch (IOException | IllegalStateException e) {
            throw ServerNotFoundException.notStarted("embedded", e);
        }
    }
}
