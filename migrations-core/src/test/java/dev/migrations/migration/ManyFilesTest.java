package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it is much at once, and has a time limit")
class ManyFilesTest {

    private static final int COUNT = 10_000;

    @Test
    void lists_once_and_opens_each_file_once() {
        var root = new CountingRoot();
        var tree = MigrationTree.read(new TreeLocation("migrations", List.of(root)));
        assertThat(root.opened).isEmpty();
        assertThat(tree.folders().get(0).read().migrations()).hasSize(COUNT);
        assertThat(root.listed).isEqualTo(1);
        assertThat(root.opened)
                .hasSize(COUNT)
                .allSatisfy((path, times) -> assertThat(times).as(path).isEqualTo(1));
    }

    @Test
    @Timeout(30)
    void a_jar_is_as_cheap(@TempDir Path directory) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        for (var version = 1; version <= COUNT; version++) {
            texts.put("migrations/" + version + "_a.up.sql", "select " + version + ";");
        }
        var jar = TestJar.write(directory.resolve("many.jar"), texts);
        try (var classLoader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            var set = MigrationTree.read("classpath:migrations", classLoader)
                    .folders()
                    .get(0)
                    .read();
            assertThat(set.migrations()).hasSize(COUNT);
        }
    }

    private static final class CountingRoot implements FileRoot {

        private final Map<String, Integer> opened = new HashMap<>();
        private int listed;

        @Override
        public String url() {
            return "memory:";
        }

        @Override
        public List<TreeFile> list() {
            listed++;
            var files = new ArrayList<TreeFile>();
            for (var version = 1; version <= COUNT; version++) {
                files.add(new CountingFile(version + "_a.up.sql", opened));
            }
            return files;
        }
    }

    private record CountingFile(String path, Map<String, Integer> opened) implements TreeFile {
        @Override
        public String url() {
            return "memory:" + path;
        }

        @Override
        public InputStream open() {
            opened.merge(path, 1, Integer::sum);
            return new ByteArrayInputStream("select 1;".getBytes(StandardCharsets.UTF_8));
        }
    }
}
