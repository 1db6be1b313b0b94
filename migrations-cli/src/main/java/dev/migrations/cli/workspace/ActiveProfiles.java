package dev.migrations.cli.workspace;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of an {@code application.yml} count: those without a condition, and those whose
 * {@code spring.config.activate.on-profile} names one of {@code SPRING_PROFILES_ACTIVE} (Spring Boot reference, "Activation
 * Properties").
 */
final class ActiveProfiles {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final List<String> ACTIVATE = List.of("spring", "config", "activate");

    private final Path file;
    private final Set<String> active;

    ActiveProfiles(Path file, Map<String, String> environment) {
        this.file = file;
        this.active = COMMA.splitAsStream(
                        environment.getOrDefault("SPRING_PROFILES_ACTIVE", "").strip())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean accept(@Nullable Object document) {
        if (find(document, with("on-cloud-platform")).isPresent()) {
            return false;
        }
        return find(document, with("on-profile")).map(this::isActive).orElse(true);
    }

    private boolean isActive(Object wanted) {
        var names = wanted instanceof Collection<?> many ? many.stream().map(String::valueOf) : split(wanted);
        return names.anyMatch(this::isActive);
    }

    private boolean isActive(String name) {
        if (name.matches(".*[!&|()].*")) {
            throw UsageException.of(
                    "config",
                    file + " has a document for the profiles \"" + name + "\", which only an application can tell.",
                    "give --url, or run the application's own command line: java -jar app.jar migrations status.");
        }
        return active.contains(name);
    }

    private static Stream<String> split(Object names) {
        return COMMA.splitAsStream(names.toString().strip());
    }

    private static List<String> with(String last) {
        return Stream.concat(ACTIVATE.stream(), Stream.of(last)).toList();
    }

    /** A value at a path whose parts may be joined by dots. */
    private static Optional<Object> find(@Nullable Object node, List<String> path) {
        if (path.isEmpty()) {
            return Optional.ofNullable(node);
        }
        if (!(node instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        for (var taken = 1; taken <= path.size(); taken++) {
            var found = find(map.get(String.join(".", path.subList(0, taken))), path.subList(taken, path.size()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
