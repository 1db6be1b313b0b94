package dev.migrations.cli.workspace;

import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationFolder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A folder and where it runs.
 *
 * @param folder    the folder
 * @param databases by name, in the order in which it runs on them
 */
public record AssignedFolder(MigrationFolder folder, Map<String, ConnectionSource> databases) {

    public AssignedFolder {
        databases = Collections.unmodifiableMap(new LinkedHashMap<>(databases));
    }
}
