package dev.migrations.docs.origin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One object on its way through the scripts, with its columns. */
final class TrackedObject {

    private @Nullable Origin origin;
    private final Map<String, Origin> columns = new HashMap<>();

    Optional<Origin> origin() {
        return Optional.ofNullable(origin);
    }

    Optional<Origin> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    void makeBy(String script) {
        origin = Origin.madeBy(script);
    }

    void changeBy(String script) {
        origin = Origin.changedBy(origin, script);
    }

    void makeColumn(String name, String script) {
        columns.put(name, Origin.madeBy(script));
    }

    void changeColumn(String name, String script) {
        columns.put(name, Origin.changedBy(columns.get(name), script));
    }

    void renameColumn(String name, String newName, String script) {
        changeColumn(name, script);
        var moved = columns.remove(name);
        if (moved != null) {
            columns.put(newName, moved);
        }
    }

    void dropColumn(String name) {
        columns.remove(name);
    }
}
