package dev.migrations.spring.command;

import dev.migrations.cli.workspace.AssignedFolder;
import dev.migrations.cli.workspace.Workspace;
import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.spring.ApplicationFolders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;

/** An application's own folders and databases, as a workspace of the commands. */
final class ApplicationWorkspace implements Workspace {

    private final ApplicationFolders folders;
    private @Nullable BeansException failure;

    ApplicationWorkspace(ApplicationFolders folders) {
        this.folders = folders;
    }

    @Override
    public String location() {
        return folders.location();
    }

    @Override
    public ClassLoader classLoader() {
        return folders.classLoader();
    }

    @Override
    public List<AssignedFolder> assign(List<MigrationFolder> wanted) {
        try {
            return folders.assign(wanted).stream()
                    .map(ApplicationWorkspace::assigned)
                    .toList();
        } catch (BeansException e) {
            failure = e;
            throw new NoDataSourceException(e);
        }
    }

    /** Why a data source of the application could not be made; for whoever knows what that means. */
    Optional<BeansException> findFailure() {
        return Optional.ofNullable(failure);
    }

    private static AssignedFolder assigned(dev.migrations.spring.AssignedFolder folder) {
        var sources = new LinkedHashMap<String, ConnectionSource>();
        folder.databases().forEach(database -> sources.put(database.name(), database.source()));
        return new AssignedFolder(folder.folder(), sources);
    }
}
