package dev.migrations.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows between packages, read from the import lines: a new one needs a new line here, and a good reason. */
class PackageArrowsTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/migrations/test");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?dev\\.migrations\\.test\\.([a-z]*)\\.?[A-Z*]");

    private static final Map<String, Set<String>> ARROWS = Map.of(
            "server",
            Set.of(),
            "template",
            Set.of("server"),
            "spring",
            Set.of("template", "server"),
            "",
            Set.of("template", "server"));

    @Test
    void packages_point_only_where_the_design_draws_an_arrow() throws IOException {
        var drawn = new TreeMap<String, Set<String>>();
        for (var file : sources()) {
            var from = SOURCES.relativize(file.getParent()).toString();
            var arrows = drawn.computeIfAbsent(from, name -> new TreeSet<>());
            for (var line : Files.readAllLines(file)) {
                var match = IMPORT.matcher(line);
                if (match.find() && !match.group(1).equals(from)) {
                    arrows.add(match.group(1));
                }
            }
        }
        assertThat(drawn.keySet()).isEqualTo(ARROWS.keySet());
        drawn.forEach((from, to) ->
                assertThat(ARROWS.get(from)).as("arrows from '%s'", from).containsAll(to));
    }

    private static Set<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toSet());
        }
    }
}
