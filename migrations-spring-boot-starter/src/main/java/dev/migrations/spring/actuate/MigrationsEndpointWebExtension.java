package dev.migrations.spring.actuate;

import dev.migrations.problem.ExitCode;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/** Gives a run that was asked for over HTTP the status code that tells how it ended. */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public final class MigrationsEndpointWebExtension {

    private static final int CONFLICT = 409;

    private final MigrationsEndpoint endpoint;

    MigrationsEndpointWebExtension(MigrationsEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Applies what is pending: 200, 404 without such a folder, 409 while another runner is at work, else 500 or 503. */
    @WriteOperation
    public WebEndpointResponse<ReportBody> up(@Selector String folder) {
        return endpoint.find(folder)
                .map(found -> response(endpoint.run(found)))
                .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
    }

    private static WebEndpointResponse<ReportBody> response(MigrationsEndpoint.Outcome outcome) {
        return new WebEndpointResponse<>(outcome.body(), status(outcome.exitCode()));
    }

    private static int status(ExitCode exitCode) {
        return switch (exitCode) {
            case DONE -> WebEndpointResponse.STATUS_OK;
            case LOCKED -> CONFLICT;
            case UNREACHABLE -> WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE;
            case FAILED, REFUSED, PENDING, USAGE, DRIFTED -> WebEndpointResponse.STATUS_INTERNAL_SERVER_ERROR;
        };
    }
}
