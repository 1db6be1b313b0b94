package dev.migrations.spring.actuate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What {@code /actuator/migrations} answers.
 *
 * @param status   the worst of all folders
 * @param folders  by name, in the order in which they run
 * @param problems why there are no folders; left out where there are
 */
public record MigrationsBody(
        Status status,
        Map<String, FolderBody> folders,
        @Nullable List<ProblemBody> problems) implements OperationResponseBody {}
