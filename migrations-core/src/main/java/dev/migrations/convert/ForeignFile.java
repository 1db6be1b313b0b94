package dev.migrations.convert;

import dev.migrations.script.ScriptSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of the other tool.
 *
 * @param path     where it is
 * @param relative the same below the directory of that tool, with slashes
 */
record ForeignFile(Path path, String relative) implements ScriptSource {

    @Override
    public String name() {
        return relative.substring(relative.lastIndexOf('/') + 1);
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    /** Without their endings, and without a byte order mark. */
    List<String> lines() {
        try {
            var text = Files.readString(path, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw ConversionException.unreadable(path, e);
        }
    }
}
