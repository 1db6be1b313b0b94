package dev.migrations.docs.origin;

import dev.migrations.script.Identifier;
import java.util.Arrays;
import java.util.Optional;

/** Reads the value of {@code search_path}. */
final class SearchPath {

    private SearchPath() {}

    /** Where new objects go; empty if that depends on the role, or nowhere. */
    static Optional<String> first(String path) {
        return Arrays.stream(path.split(",", -1))
                .map(String::strip)
                .findFirst()
                .filter(name -> !name.isEmpty() && !name.contains("$user"))
                .map(name -> Identifier.parse(name).name());
    }
}
