package dev.migrations.spring;

import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationTree;
import dev.migrations.spring.database.ApplicationDatabases;
import dev.migrations.spring.database.DatabaseDiscovery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The folders of an application with their databases; found at the first question, and kept once all is well, unless they
 * lie in a directory, which may change.
 */
public final class ApplicationFolders {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations");

    private final MigrationsProperties properties;
    private final ConfigurableListableBeanFactory beans;
    private final ClassLoader classLoader;
    private @Nullable List<AssignedFolder> found;

    ApplicationFolders(
            MigrationsProperties properties, ConfigurableListableBeanFactory beans, ClassLoader classLoader) {
        this.properties = properties;
        this.beans = beans;
        this.classLoader = classLoader;
    }

    /**
     * All folders in the order in which they run, also those that are not enabled.
     *
     * @throws dev.migrations.problem.MigrationException if they cannot be read, or not be told to run on databases
     */
    public synchronized List<AssignedFolder> all() {
        if (found == null || !properties.location().startsWith("classpath:")) {
            var tree = MigrationTree.read(properties.location(), classLoader);
            if (found == null) {
                tree.warnings().forEach(warning -> LOG.warn("{}", warning));
            }
            found = FolderAssignment.of(withLocks(tree.folders()), databases());
        }
        return found;
    }

    /**
     * These folders with their databases, for whoever names them: what is wrong with one that is not enabled counts, too.
     *
     * @throws dev.migrations.problem.MigrationException if one of them cannot be told to run on databases
     */
    public List<AssignedFolder> assign(List<MigrationFolder> folders) {
        return FolderAssignment.explicitly(withLocks(folders), databases());
    }

    /** Where they are, as {@code migrations.location} says. */
    public String location() {
        return properties.location();
    }

    /** Whose class path a {@code classpath:} location means. */
    public ClassLoader classLoader() {
        return classLoader;
    }

    /** One folder by its name. */
    public Optional<AssignedFolder> find(String name) {
        return all().stream().filter(folder -> folder.name().equals(name)).findFirst();
    }

    /** A folder that says how it waits for locks knows better than a property of all folders. */
    private List<MigrationFolder> withLocks(List<MigrationFolder> folders) {
        var otherwise = properties.lock().settings();
        return folders.stream()
                .map(folder -> folder.withSettings(
                        settings -> settings.withLocks(settings.locks().orElse(otherwise))))
                .toList();
    }

    private ApplicationDatabases databases() {
        return DatabaseDiscovery.find(beans, properties.databases());
    }
}
