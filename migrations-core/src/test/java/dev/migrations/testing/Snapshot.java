package dev.migrations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rendered text that a person has read once; {@code -Dsnapshots=write} writes it anew, to be read before it is committed. */
public final class Snapshot {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Snapshot() {}

    /** Compares a text with the file of this name under {@code src/test/resources}. */
    public static void assertMatches(String name, String text) {
        var file = RESOURCES.resolve(name);
        try {
            if ("write".equals(System.getProperty("snapshots"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text + "\n");
            }
            assertThat(text + "\n").as(name).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
