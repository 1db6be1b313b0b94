package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.testing.FileNames;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTreeTest {

    private static final String UP = "db/my migrations/01_größe 100%/001_a.up.sql";
    private static final String SETTINGS = "db/my migrations/01_größe 100%/migration.yaml";

    private final Path directory;

    ClassPathTreeTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void reads_a_folder_of_a_jar() throws IOException {
        assumeTrue(FileNames.mayHold("größe"), "this locale has no such file names");
        var jar = TestJar.write(
                Files.createDirectory(directory.resolve("größe 100%")).resolve("a+b.jar"),
                Map.of(
                        UP,
                        "select 1;",
                        SETTINGS,
                        "enabled: false",
                        "db/my migrations/.hidden/x.sql",
                        "",
                        "db/x.sql",
                        ""));
        try (var classLoader = classLoader(jar)) {
            var tree = MigrationTree.read("classpath:/db/my migrations/", classLoader);
            assertThat(tree.name()).isEqualTo("my migrations");
            assertThat(tree.warnings()).isEmpty();
            assertThat(tree.folders()).singleElement().satisfies(folder -> {
                assertThat(folder.name()).isEqualTo("01_größe 100%");
                assertThat(folder.settings().enabled()).isFalse();
                var up = folder.read().migrations().get(0).up();
                try (var in = up.source().open()) {
                    assertThat(in).hasContent("select 1;");
                }
            });
        }
    }

    @Test
    void a_jar_is_neither_locked_nor_remembered() throws IOException {
        var jar = directory.resolve("a.jar");
        for (var text : new String[] {"select 1;", "select 2; -- longer"}) {
            TestJar.write(jar, Map.of("migrations/001_a.up.sql", text));
            try (var classLoader = classLoader(jar)) {
                var up = read(classLoader).migrations().get(0).up();
                assertThat(new String(up.source().open().readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(text);
            }
            Files.delete(jar);
        }
    }

    @Test
    void roots_are_read_as_if_they_were_one() throws IOException {
        var jar = TestJar.write(
                directory.resolve("a.jar"),
                Map.of("migrations/001_a.up.sql", "select 1;", "migrations/002_b.up.sql", "select 2;"));
        var classes = directory.resolve("classes");
        var folder = Files.createDirectories(classes.resolve("migrations"));
        Files.writeString(folder.resolve("001_a.up.sql"), "select 1;");
        Files.writeString(folder.resolve("003_c.up.sql"), "select 3;");
        try (var classLoader = classLoader(classes, jar, jar)) {
            assertThat(read(classLoader).migrations())
                    .extracting(Migration::description)
                    .containsExactly("a", "b", "c");
        }
    }

    @Test
    void one_path_with_two_contents_is_a_conflict_that_names_both() throws IOException {
        var first = TestJar.write(
                directory.resolve("a.jar"),
                Map.of("migrations/001_a.up.sql", "select 1;", "migrations/R_views.sql", "select 1;"));
        var second = TestJar.write(
                directory.resolve("b.jar"),
                Map.of("migrations/001_a.up.sql", "select 1;;", "migrations/R_views.sql", "select 2;"));
        try (var classLoader = classLoader(first, second)) {
            assertThatExceptionOfType(MigrationFilesException.class)
                    .isThrownBy(() -> read(classLoader))
                    .satisfies(e -> assertThat(e.problems()).hasSize(2).first().satisfies(problem -> assertThat(
                                    problem.message())
                            .isEqualTo("the class path has two different files 001_a.up.sql: jar:"
                                    + first.toUri().toURL()
                                    + "!/migrations/001_a.up.sql and jar:"
                                    + second.toUri().toURL()
                                    + "!/migrations/001_a.up.sql")));
        }
    }

    @Test
    void versions_conflict_across_roots_too() throws IOException {
        var first = TestJar.write(directory.resolve("a.jar"), Map.of("migrations/001_a.up.sql", "select 1;"));
        var second = TestJar.write(directory.resolve("b.jar"), Map.of("migrations/1_b.up.sql", "select 1;"));
        try (var classLoader = classLoader(first, second)) {
            assertThatExceptionOfType(MigrationFilesException.class)
                    .isThrownBy(() -> read(classLoader))
                    .withMessageContaining("version 1 has 2 descriptions");
        }
    }

    private static MigrationSet read(ClassLoader classLoader) {
        return MigrationTree.read("classpath:migrations", classLoader)
                .folders()
                .get(0)
                .read();
    }

    private static URLClassLoader classLoader(Path... paths) throws IOException {
        var urls = new URL[paths.length];
        for (var i = 0; i < paths.length; i++) {
            urls[i] = paths[i].toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }
}
