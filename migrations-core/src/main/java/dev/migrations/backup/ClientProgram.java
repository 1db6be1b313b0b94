package dev.migrations.backup;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of PostgreSQL's own programs.
 *
 * @param name         such as {@code pg_dump}
 * @param path         where it is
 * @param majorVersion such as 18
 */
record ClientProgram(String name, Path path, int majorVersion) {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (?<major>[0-9]+)");

    /** The first one on this search path. */
    static Optional<ClientProgram> find(String name, String searchPath) {
        return Arrays.stream(searchPath.split(Pattern.quote(File.pathSeparator)))
                .flatMap(directory -> Stream.of(Path.of(directory, name), Path.of(directory, name + ".exe")))
                .filter(Files::isExecutable)
                .findFirst()
                .map(path -> new ClientProgram(name, path, version(name, path)));
    }

    /**
     * Runs it to its end.
     *
     * @param environment what it finds beside what this process has; a password belongs here, where no other user sees it
     * @throws BackupException if it fails, with what it said
     */
    void run(Map<String, String> environment, List<String> arguments) {
        var answer = answer(this, environment, arguments);
        if (answer.exitCode() != 0) {
            throw BackupException.failed(this, answer.output());
        }
    }

    private static int version(String name, Path path) {
        var unknown = new ClientProgram(name, path, 0);
        var answer = answer(unknown, Map.of(), List.of("--version"));
        var version = VERSION.matcher(answer.output());
        if (!version.find()) {
            throw BackupException.failed(unknown, answer.output());
        }
        return Integer.parseInt(version.group("major"));
    }

    private static Answer answer(ClientProgram program, Map<String, String> environment, List<String> arguments) {
        var line = new ArrayList<>(List.of(program.path.toString()));
        line.addAll(arguments);
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        // a service would take precedence over what is named here
        builder.environment().remove("PGSERVICE");
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException e) {
            throw BackupException.unusable(program.path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BackupException.unusable(program.path, e);
        }
    }

    private record Answer(int exitCode, String output) {}
}
