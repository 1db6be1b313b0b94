package dev.migrations.cli.workspace;

import dev.migrations.migration.MigrationFolder;
import java.util.List;

/**
 * What commands work on: stand-alone, what options and the environment say; inside an application, its own databases.
 */
public interface Workspace {

    /** Where the migrations lie unless {@code --dir} says otherwise, as {@code MigrationTree.read} takes it. */
    String location();

    /** Whose class path a {@code classpath:} location means. */
    ClassLoader classLoader();

    /**
     * Tells folders to run on databases; all of them at once, so that everything that is wrong is told at once.
     *
     * @param folders that a command is about, in the order in which they run
     * @return the same folders in the same order
     * @throws dev.migrations.problem.MigrationException if a folder names no database that there is, or two folders would
     *     share a history
     */
    List<AssignedFolder> assign(List<MigrationFolder> folders);
}
