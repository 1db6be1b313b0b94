package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows between the starter's packages: endpoint and commands know the runs, the runs know the databases, and not back. */
class PackageArrowsTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/migrations/spring");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?dev\\.migrations\\.spring\\.(?:([a-z]+)\\.)?[A-Z]");

    private static final Map<String, Set<String>> ARROWS = Map.of(
            "database",
            Set.of(),
            "",
            Set.of("database"),
            "actuate",
            Set.of("", "database"),
            "command",
            Set.of("", "database"));

    @Test
    void packages_point_only_one_way() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var from = SOURCES.relativize(file.getParent()).toString();
                var arrows = IMPORT.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1) == null ? "" : match.group(1))
                        .filter(to -> !to.equals(from))
                        .collect(Collectors.toSet());
                assertThat(ARROWS.get(from)).as("arrows of %s", file).containsAll(arrows);
            }
        }
    }
}
