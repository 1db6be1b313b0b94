package dev.migrations.cli.command;

import dev.migrations.Cancellation;
import dev.migrations.cli.output.Terminal;
import dev.migrations.cli.workspace.StandAloneWorkspace;
import dev.migrations.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who types commands, with or without a terminal; what they see is kept with times and names made alike. */
final class Session {

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Path directory;
    private final List<String> masked = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private FakeTerminal terminal = new FakeTerminal(false, 80, "");
    private InputStream in = InputStream.nullInputStream();

    private Session(Path directory) {
        this.directory = directory;
    }

    /** In a directory that holds the migrations. */
    static Session in(Path directory) {
        return new Session(directory);
    }

    Session on(TestDatabase database) {
        masked.add(database.name());
        return with("DATABASE_URL", database.url());
    }

    Session with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** A terminal of so many columns, before which somebody answers every question like this. */
    Session before(int columns, String answer) {
        terminal = new FakeTerminal(true, columns, answer);
        return this;
    }

    /** A pipe again. */
    Session piped(int columns) {
        terminal = new FakeTerminal(false, columns, "");
        return this;
    }

    Session reading(byte[] input) {
        in = new ByteArrayInputStream(input);
        return this;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Runs a command in the directory. */
    Result run(String... args) {
        var all = new ArrayList<>(List.of("--dir", directory.toString()));
        all.addAll(Arrays.asList(args));
        return runAsIs(all.toArray(String[]::new));
    }

    /** Runs a command with these arguments only. */
    Result runAsIs(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var shell = new Shell(
                options -> StandAloneWorkspace.of(options, environment),
                environment,
                terminal,
                cancellation,
                in,
                new PrintWriter(out),
                new PrintWriter(err));
        var exitCode = Commands.in(shell).run(args);
        return new Result(exitCode, mask(out.toString()), mask(err.toString()));
    }

    private String mask(String text) {
        var plain = text.replace(directory.toString(), "migrations");
        for (var name : masked) {
            plain = plain.replace(name, "shop");
        }
        return plain.replaceAll(", [0-9,]+ writes/s", "")
                .replaceAll("[0-9]+(\\.[0-9])? (ms|s)\\b", "5 ms")
                .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", "2026-03-02 10:15")
                .replaceAll("\\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\\b(?!T)", "2026-03-02")
                .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "2026-03-02T10:15:00Z")
                .replaceAll("(\"(duration|held)Ms\" : )[0-9]+", "$15")
                .replaceAll("(migrations_scratch_[a-z_]+_)[0-9a-f]{8}\\b", "$10a1b2c3d");
    }

    /** What a command came to. */
    record Result(int exitCode, String out, String err) {

        /** Both streams and the exit code, as on a screen. */
        String screen() {
            return out + err + (exitCode == 0 ? "" : "(exit code " + exitCode + ")\n");
        }
    }

    private record FakeTerminal(boolean isInteractive, int columns, String answer) implements Terminal {

        @Override
        public Optional<String> ask(String question) {
            return Optional.of(answer);
        }
    }
}
