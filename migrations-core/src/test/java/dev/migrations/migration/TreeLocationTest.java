package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.problem.ExitCode;
import dev.migrations.testing.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeLocationTest {

    private final Path directory;

    TreeLocationTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_directory_is_named_plainly_or_by_url() throws IOException {
        assumeTrue(FileNames.mayHold("größe"), "this locale has no such file names");
        var root = Files.createDirectories(directory.resolve("größe & 100%25 of it/db migrations"));
        Files.writeString(root.resolve("001_a.up.sql"), "select 1;");
        for (var location : new String[] {
            root.toString(),
            "file:" + root,
            "file://" + root,
            root.toUri().toString(),
            root + "/",
            "file:" + root + "/../db migrations"
        }) {
            var tree = read(location);
            assertThat(tree.name()).as(location).isEqualTo("db migrations");
            assertThat(tree.folders().get(0).read().migrations()).as(location).hasSize(1);
        }
    }

    @Test
    void a_relative_path_starts_at_the_working_directory() {
        assertThat(read("src/test/resources/folders/flat/migrations").folders()).hasSize(1);
        assertThat(read("file:src/test/resources/folders/flat/migrations").folders())
                .hasSize(1);
    }

    @Test
    void an_empty_folder_is_an_empty_set_and_a_warning() {
        var tree = read(directory.toString());
        assertThat(tree.folders().get(0).read().migrations()).isEmpty();
        assertThat(tree.warnings()).containsExactly(tree.name() + " holds no SQL files, so there is nothing to run");
    }

    @Test
    void hidden_files_and_links_in_a_circle_are_passed_over() throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve("..data")).resolve("001_a.up.sql"), "select 1;");
        Files.createSymbolicLink(directory.resolve("001_a.up.sql"), Path.of("..data/001_a.up.sql"));
        Files.createSymbolicLink(directory.resolve("circle"), directory);
        Files.writeString(directory.resolve(".002_b.up.sql.swp"), "");
        Files.writeString(directory.resolve("._002_b.up.sql"), "");
        var tree = read(directory.toString());
        assertThat(tree.folders().get(0).read().migrations()).hasSize(1);
        assertThat(tree.warnings()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_told_together_with_all_else() throws IOException {
        Files.createSymbolicLink(directory.resolve("001_a.up.sql"), Path.of("nowhere"));
        Files.writeString(directory.resolve("002.sql"), "select 1;");
        var folder = read(directory.toString()).folders().get(0);
        assertThatExceptionOfType(MigrationFilesException.class)
                .isThrownBy(folder::read)
                .satisfies(e -> assertThat(e.problems()).hasSize(2))
                .withMessageContaining("002.sql is not a migration's name")
                .withMessageContaining("001_a.up.sql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classpath:no/such",
                "no/such",
                "file:/no/such",
                "s3://bucket/migrations",
                "classpath*:migrations",
                "classpath:/",
                " "
            })
    void a_place_that_does_not_exist_is_refused_with_a_hint(String location) {
        assertThatExceptionOfType(MigrationFilesException.class)
                .isThrownBy(() -> read(location))
                .satisfies(e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.REFUSED);
                    assertThat(e.problems()).singleElement().satisfies(problem -> {
                        assertThat(problem.message())
                                .contains(location.replaceFirst("^(classpath:|file:)(?=.*no)", ""));
                        assertThat(problem.hint()).isNotBlank();
                    });
                });
    }

    @Test
    void a_file_is_no_place_for_migrations() throws IOException {
        var file = Files.writeString(directory.resolve("a.sql"), "select 1;");
        assertThatExceptionOfType(MigrationFilesException.class)
                .isThrownBy(() -> read(file.toString()))
                .withMessageContaining("is a file, not a directory");
    }

    private static MigrationTree read(String location) {
        return MigrationTree.read(location, TreeLocationTest.class.getClassLoader());
    }
}
