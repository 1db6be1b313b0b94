package dev.migrations.spring.actuate;

import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * One version of one folder.
 *
 * @param version     the number without zeros in front
 * @param databases   what it is on each of the folder's databases
 * @param unreachable the databases that did not answer
 */
public record VersionBody(String version, Map<String, MigrationBody> databases, List<String> unreachable)
        implements OperationResponseBody {}
