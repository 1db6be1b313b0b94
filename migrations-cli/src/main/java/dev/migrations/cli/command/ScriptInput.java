package dev.migrations.cli.command;

import dev.migrations.cli.workspace.UsageException;
import dev.migrations.script.ScriptSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A script from anywhere: it need not lie in a folder of migrations. */
final class ScriptInput implements ScriptSource {

    private final String name;
    private final Opening opening;

    private ScriptInput(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    static ScriptSource file(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw UsageException.of("no-file", "there is no file " + path + " to read.", "name a script, or -.");
        }
        return new ScriptInput(path.toString(), () -> Files.newInputStream(path));
    }

    /** Keeps what a stream holds, as a script may be opened more than once. */
    static ScriptSource readAll(InputStream in) throws IOException {
        var bytes = in.readAllBytes();
        return new ScriptInput("standard input", () -> new ByteArrayInputStream(bytes));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream open() throws IOException {
        return opening.open();
    }
}
