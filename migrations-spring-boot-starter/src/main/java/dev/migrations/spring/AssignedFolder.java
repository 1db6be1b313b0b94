package dev.migrations.spring;

import dev.migrations.migration.MigrationFolder;
import dev.migrations.spring.database.ApplicationDatabase;
import java.util.List;

/**
 * A folder and where it runs.
 *
 * @param folder    the folder
 * @param databases in the order in which it runs on them; empty only for a folder that is not enabled and names a database
 *                  that does not exist
 */
public record AssignedFolder(MigrationFolder folder, List<ApplicationDatabase> databases) {

    public AssignedFolder {
        databases = List.copyOf(databases);
    }

    /** The folder's name. */
    public String name() {
        return folder.name();
    }

    /** Whether it runs at a start. */
    public boolean isEnabled() {
        return folder.settings().enabled();
    }
}
