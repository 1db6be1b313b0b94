package dev.migrations.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own dump of a schema, the yardstick for ours.
 *
 * @param program      where it is
 * @param majorVersion such as 18; it dumps servers of that version and of earlier ones
 */
public record PgDump(Path program, int majorVersion) {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ([0-9]+)");

    /** The one on the search path, if it can dump a server of this version. */
    public static Optional<PgDump> find(int serverVersion) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "pg_dump"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new PgDump(program, version(program)))
                .filter(dump -> dump.majorVersion >= serverVersion);
    }

    /** What it writes of a database's schema, without what is different each time. */
    public List<String> schema(TestDatabase database) {
        var url = URI.create(database.url().substring("jdbc:".length()));
        var output = output(List.of(
                program.toString(),
                "--schema-only",
                "--dbname=postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath() + "?" + url.getQuery()));
        // a random word, against scripts that take over psql
        return output.lines()
                .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
                .toList();
    }

    private static int version(Path program) {
        var version = VERSION.matcher(output(List.of(program.toString(), "--version")));
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private static String output(List<String> command) {
        try {
            var process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
