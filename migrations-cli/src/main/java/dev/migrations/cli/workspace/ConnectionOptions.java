package dev.migrations.cli.workspace;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says of databases.
 *
 * @param database     {@code --db}
 * @param url          {@code --url}
 * @param user         {@code --user}
 * @param passwordFile {@code --password-file}
 * @param config       {@code --config}
 */
public record ConnectionOptions(
        @Nullable String database,
        @Nullable String url,
        @Nullable String user,
        @Nullable Path passwordFile,
        @Nullable Path config) {

    /** Whether any of them would take the place of an application's own databases. */
    public boolean namesConnection() {
        return url != null || user != null || passwordFile != null || config != null;
    }
}
