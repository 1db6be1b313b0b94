package dev.migrations.cli.command;

import dev.migrations.Migrator;
import dev.migrations.migration.MigrationFolder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Databases with all the folders that run on each: what one folder makes is only a part of its database. */
final class SharedDatabases {

    private final Map<String, List<Migrator>> byName;

    private SharedDatabases(Map<String, List<Migrator>> byName) {
        this.byName = byName;
    }

    static SharedDatabases of(Collection<Migrator> migrators) {
        return new SharedDatabases(migrators.stream()
                .collect(Collectors.groupingBy(Migrator::database, LinkedHashMap::new, Collectors.toList())));
    }

    /** The first migrator of each database. */
    List<Migrator> first() {
        return byName.values().stream().map(migrators -> migrators.get(0)).toList();
    }

    /** What they are called. */
    Set<String> names() {
        return byName.keySet();
    }

    /** All migrators of the database of this one. */
    List<Migrator> all(Migrator first) {
        return byName.getOrDefault(first.database(), List.of());
    }

    /** The other folders of the database of this one. */
    List<MigrationFolder> beside(Migrator first) {
        return all(first).stream()
                .map(Migrator::folder)
                .filter(folder -> !folder.equals(first.folder()))
                .toList();
    }
}
