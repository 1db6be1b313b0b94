package dev.migrations.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of one folder of migrations, in the order of their versions. */
record MigrationFiles(Path folder) {

    static MigrationFiles of(String folder) {
        return new MigrationFiles(Path.of("src/main/resources/migrations", folder));
    }

    List<Path> ups() {
        return endingWith(".up.sql");
    }

    Path downOf(Path up) {
        return folder.resolve(up.getFileName().toString().replace(".up.sql", ".down.sql"));
    }

    List<Path> repeatables() {
        return endingWith(".sql").stream()
                .filter(file -> file.getFileName().toString().startsWith("R_"))
                .toList();
    }

    private List<Path> endingWith(String suffix) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
