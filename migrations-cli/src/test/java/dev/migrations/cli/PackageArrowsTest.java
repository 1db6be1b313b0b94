package dev.migrations.cli;

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

/** The arrows between packages, read from the import lines. */
class PackageArrowsTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/migrations/cli");
    private static final Pattern IMPORT = Pattern.compile("^import dev\\.migrations\\.cli\\.([a-z]*)\\.?[A-Z*]");

    private static final Map<String, Set<String>> ARROWS = Map.of(
            "workspace", Set.of(),
            "output", Set.of(),
            "json", Set.of("output"),
            "command", Set.of("workspace", "output", "json"),
            "", Set.of("command", "workspace", "output"));

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

    @Test
    void only_the_json_package_knows_the_json_library_and_only_its_door_knows_the_package() throws IOException {
        assertThat(sources().stream()
                        .filter(file ->
                                mentions(file, "import tools.jackson") || mentions(file, "cli.json.JsonPrinter"))
                        .map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrder("JsonDoor.java", "JsonPrinter.java");
    }

    private static boolean mentions(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toSet());
        }
    }
}
