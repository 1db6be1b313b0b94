package dev.migrations.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** PostgreSQL's own client; a test that needs it is skipped where it is not installed. */
public final class Psql {

    private Psql() {}

    /** Runs a script in a database, in a locale and a time zone that are nobody's. */
    public static void run(TestDatabase database, String sql, Path directory) {
        assumeTrue(isOnPath("psql"), "psql is not installed here");
        var url = URI.create(database.url().substring("jdbc:".length()).replaceFirst("\\?", "?x=y&"));
        try {
            var file = Files.writeString(Files.createTempFile(directory, "plan", ".sql"), sql);
            var builder = new ProcessBuilder(
                            "psql",
                            "-X",
                            "-h",
                            url.getHost(),
                            "-p",
                            Integer.toString(url.getPort()),
                            "-U",
                            parameter(url, "user", "postgres"),
                            "-d",
                            database.name(),
                            "-f",
                            file.toString())
                    .redirectErrorStream(true);
            builder.environment().put("PGTZ", "Pacific/Chatham");
            builder.environment().put("LC_ALL", "C");
            builder.environment().put("PGPASSWORD", parameter(url, "password", ""));
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(output + "\n" + sql);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a program is there. */
    public static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static String parameter(URI url, String name, String otherwise) {
        return Arrays.stream(url.getQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }
}
