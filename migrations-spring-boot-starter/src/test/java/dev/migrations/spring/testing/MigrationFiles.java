package dev.migrations.spring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree of migrations that a test writes. */
public record MigrationFiles(Path root) {

    /** Writes one file, such as {@code 01_core/001_a.up.sql}. */
    public MigrationFiles with(String path, String text) {
        try {
            var file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
