package dev.migrations.docs.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsFolderTest {

    private static final List<DocsFile> FILES = List.of(
            new DocsFile("README.md", DocsFile.MARK + "\nindex\n"),
            new DocsFile("a/schema-x.md", DocsFile.MARK + "\nx\n"));

    @TempDir
    Path parent;

    private Path directory;
    private DocsFolder folder;

    @BeforeEach
    void setUp() {
        directory = parent.resolve("docs");
        folder = DocsFolder.at(directory);
    }

    @Test
    void a_comparison_changes_nothing() {
        var changes = folder.compare(FILES);
        assertThat(changes.changed()).containsExactly("README.md", "a/schema-x.md");
        assertThat(directory).doesNotExist();
    }

    @Test
    void a_second_run_has_nothing_to_do() throws IOException {
        folder.write(FILES);
        assertThat(directory.resolve("a/schema-x.md")).hasContent(FILES.get(1).content());
        Files.writeString(directory.resolve("README.md"), FILES.get(0).content().replace("\n", "\r\n"));
        assertThat(folder.write(FILES).isEmpty()).isTrue();
        assertThat(folder.compare(FILES).isEmpty()).isTrue();
    }

    @Test
    void what_is_no_longer_wanted_goes_and_what_others_wrote_stays() throws IOException {
        folder.write(FILES);
        Files.writeString(directory.resolve("notes.md"), "ours\n");
        Files.writeString(directory.resolve("logo.svg"), DocsFile.MARK);
        var changes = folder.write(FILES.subList(0, 1));
        assertThat(changes.stale()).containsExactly("a/schema-x.md");
        assertThat(directory.resolve("a")).doesNotExist();
        assertThat(directory.resolve("notes.md")).exists();
        assertThat(directory.resolve("logo.svg")).exists();
    }

    @Test
    void a_file_of_others_is_in_the_way_before_anything_is_written() throws IOException {
        Files.createDirectories(directory.resolve("a"));
        Files.writeString(directory.resolve("a/schema-x.md"), "mine\n");
        assertThatThrownBy(() -> folder.write(FILES))
                .isInstanceOf(DocsFolderException.class)
                .hasMessageContaining("schema-x.md is there already");
        assertThat(directory.resolve("README.md")).doesNotExist();
        assertThat(directory.resolve("a/schema-x.md")).hasContent("mine");
    }

    @Test
    void a_file_in_the_place_of_the_directory_is_told() throws IOException {
        Files.writeString(directory, "a file");
        assertThatThrownBy(() -> folder.write(FILES))
                .isInstanceOf(DocsFolderException.class)
                .hasMessageContaining("cannot be written to " + directory);
    }
}
