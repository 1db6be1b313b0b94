package dev.migrations.spring.actuate;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * One folder.
 *
 * @param status      the worst of its databases
 * @param databases   by name
 * @param enabled     whether auto-migrate runs it
 * @param description from its {@code migration.yaml}
 */
public record FolderBody(
        Status status, Map<String, DatabaseBody> databases, boolean enabled, Optional<String> description)
        implements OperationResponseBody {}
