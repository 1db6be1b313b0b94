package dev.migrations.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Writes a jar as build tools do, with entries for its directories. */
final class TestJar {

    private TestJar() {}

    static Path write(Path jar, Map<String, String> texts) throws IOException {
        var directories = new LinkedHashSet<String>();
        for (var path : texts.keySet()) {
            for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                directories.add(path.substring(0, slash + 1));
            }
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var directory : directories) {
                out.putNextEntry(new JarEntry(directory));
            }
            for (var text : texts.entrySet()) {
                out.putNextEntry(new JarEntry(text.getKey()));
                out.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
