package dev.migrations.test.template;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Rows that every test finds: SQL that runs once, on the template, after the migrations.
 *
 * @param name where it is from
 * @param sql  its text
 */
public record SeedScript(String name, String sql) {

    private static final String CLASSPATH = "classpath:";
    private static final String FILE = "file:";

    /**
     * Reads a script.
     *
     * @param location {@code classpath:seeds/users.sql}, {@code file:/path}, or a plain path
     * @throws TestDatabaseException if it is not there
     */
    public static SeedScript read(String location, ClassLoader classLoader) {
        try (var stream = open(location, classLoader)) {
            return new SeedScript(location, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException | NoSuchFileException | InvalidPathException e) {
            throw TestDatabaseException.noScript(location);
        } catch (IOException e) {
            throw TestDatabaseException.unreadable(location, e);
        }
    }

    private static InputStream open(String location, ClassLoader classLoader) throws IOException {
        if (!location.startsWith(CLASSPATH)) {
            return Files.newInputStream(
                    Path.of(location.startsWith(FILE) ? location.substring(FILE.length()) : location));
        }
        var stream = classLoader.getResourceAsStream(
                location.substring(CLASSPATH.length()).replaceFirst("^/+", ""));
        if (stream == null) {
            throw new FileNotFoundException(location);
        }
        return stream;
    }
}
