package dev.migrations.spring.database;

import dev.migrations.migration.DatabaseSelector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The databases of an application; several names may mean one of them. */
public final class ApplicationDatabases {

    private final Map<String, ApplicationDatabase> byName;
    private final @Nullable ApplicationDatabase preferred;

    ApplicationDatabases(Map<String, ApplicationDatabase> byName, @Nullable ApplicationDatabase preferred) {
        this.byName = new LinkedHashMap<>(byName);
        this.preferred = preferred;
    }

    /** All names, aliases included. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Those that the patterns name, in their order, each once: two pools of one database are one. */
    public List<ApplicationDatabase> select(DatabaseSelector selector) {
        var selected = new LinkedHashMap<Object, ApplicationDatabase>();
        for (var name : selector.select(byName.keySet())) {
            Optional.ofNullable(byName.get(name)).ifPresent(found -> selected.putIfAbsent(found.place(), found));
        }
        return List.copyOf(selected.values());
    }

    /** The only one, or the one that the application prefers: its {@code @Primary} data source. */
    public Optional<ApplicationDatabase> findPreferred() {
        return Optional.ofNullable(preferred);
    }
}
