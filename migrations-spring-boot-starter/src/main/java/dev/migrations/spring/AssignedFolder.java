package dev.migrations.spring;

import dev.migrations.migration.MigrationFolder;
import dev.migrations.problem.Problem;
import dev.migrations.spring.database.ApplicationDatabase;
import java.util.List;

/**
 * A folder and where it runs.
 *
 * @param folder    the folder
 * @param databases in the order in which it runs on them
 * @param problems  why it runs nowhere; only a folder that is not enabled may have some
 */
public record AssignedFolder(MigrationFolder folder, List<ApplicationDatabase> databases, List<Problem> problems) {

    public AssignedFolder {
        databases = List.copyOf(databases);
        problems = List.copyOf(problems);
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
