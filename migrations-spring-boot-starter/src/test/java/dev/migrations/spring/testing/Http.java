package dev.migrations.spring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.context.ApplicationContext;

/** Asks a running application. */
public final class Http {

    private final String base;

    private Http(String base) {
        this.base = base;
    }

    /** The server of this application. */
    public static Http of(ApplicationContext context) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return new Http("http://localhost:" + port + "/actuator/");
    }

    /** An answer. */
    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    /** An answer to a request without a body. */
    public Answer post(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .POST(BodyPublishers.noBody())
                .build());
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, String body) {}
}
