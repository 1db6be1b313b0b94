package dev.migrations.lint;

import dev.migrations.script.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Things by their names. A name without a schema is that of {@code public}, and that of any other schema when no such thing is
 * there: the search path is not known.
 */
final class NamedObjects<T> {

    private record Named<T>(@Nullable String schema, T thing) {}

    private final Map<String, List<Named<T>>> byName = new HashMap<>();

    void put(QualifiedName name, T thing) {
        remove(name);
        byName.computeIfAbsent(name.name(), key -> new ArrayList<>()).add(new Named<>(schema(name), thing));
    }

    Optional<T> find(QualifiedName name) {
        return named(name).map(Named::thing);
    }

    Optional<T> remove(QualifiedName name) {
        var found = named(name);
        found.ifPresent(named -> byName.getOrDefault(name.name(), List.of()).remove(named));
        return found.map(Named::thing);
    }

    List<T> all() {
        return byName.values().stream().flatMap(List::stream).map(Named::thing).toList();
    }

    private Optional<Named<T>> named(QualifiedName name) {
        var candidates = byName.getOrDefault(name.name(), List.of());
        var schema = schema(name);
        var same = candidates.stream()
                .filter(named -> Objects.equals(named.schema(), schema))
                .findFirst();
        return same.isPresent()
                ? same
                : candidates.stream()
                        .filter(named -> name.schema() == null || named.schema() == null)
                        .findFirst();
    }

    private static @Nullable String schema(QualifiedName name) {
        return "public".equals(name.schema()) ? null : name.schema();
    }
}
