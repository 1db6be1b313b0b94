package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static final Path SOURCES = Path.of("src/main/java/dev/migrations");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?dev\\.migrations\\.([a-z]*)\\.?[A-Z*]");
    private static final Pattern JAVA_SQL =
            Pattern.compile("^import (?:static )?(?:java\\.sql|javax\\.sql|org\\.postgresql)\\.");

    private static final Set<String> JDBC = Set.of("database", "catalog");

    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry("problem"),
            entry("script", "problem"),
            entry("ddl", "script", "problem"),
            entry("rule", "ddl", "script", "problem"),
            entry("drift", "schema"),
            entry("migration", "drift", "rule", "script", "problem"),
            entry("lint", "rule", "ddl", "migration", "script", "problem"),
            entry("trace", "rule", "script", "problem"),
            entry("history", "migration"),
            entry("plan", "history", "migration", "script", "problem"),
            entry("scratch", "database", "problem"),
            entry("schema", "problem"),
            entry("alter", "schema"),
            entry("catalog", "drift", "schema", "database", "problem"),
            entry("verify", "schema", "migration", "problem"),
            entry("backup", "database", "script", "problem"),
            entry("convert", "history", "script", "problem"),
            entry("backfill", "script"),
            entry(
                    "database",
                    "drift",
                    "trace",
                    "rule",
                    "backfill",
                    "plan",
                    "history",
                    "migration",
                    "script",
                    "problem"),
            entry(
                    "",
                    "alter",
                    "backfill",
                    "backup",
                    "catalog",
                    "drift",
                    "lint",
                    "rule",
                    "schema",
                    "scratch",
                    "trace",
                    "verify",
                    "database",
                    "plan",
                    "history",
                    "migration",
                    "script",
                    "problem"));

    @Test
    void packages_point_only_where_the_design_draws_an_arrow() throws IOException {
        var drawn = new TreeMap<String, Set<String>>();
        for (var file : sources()) {
            var from = packageOf(file);
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
    void only_the_database_s_side_knows_jdbc() throws IOException {
        var offenders = sources().stream()
                .filter(file -> !JDBC.contains(packageOf(file)))
                .filter(PackageArrowsTest::importsJdbc)
                .toList();
        assertThat(offenders).isEmpty();
    }

    private static Map.Entry<String, Set<String>> entry(String from, String... to) {
        return Map.entry(from, Set.of(to));
    }

    private static boolean importsJdbc(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .anyMatch(line -> JAVA_SQL.matcher(line).find());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toSet());
        }
    }

    private static String packageOf(Path file) {
        return SOURCES.relativize(file.getParent()).toString();
    }
}
