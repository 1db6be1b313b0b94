package dev.migrations.cli.command;

import dev.migrations.cli.workspace.UsageException;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.schema.SnapshotYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/** Where the snapshot of each database is: in the file that is named, or, of several, in one beside it with its name. */
final class SnapshotFiles {

    static final String DEFAULT = "schema.snapshot";

    private final Path file;
    private final Set<String> databases;

    SnapshotFiles(Path file, Set<String> databases) {
        this.file = file;
        this.databases = databases;
    }

    /** Such as {@code schema.db_main.snapshot}. */
    Path of(String database) {
        if (databases.size() == 1) {
            return file;
        }
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return dot < 0
                ? file.resolveSibling(name + "." + database)
                : file.resolveSibling(name.substring(0, dot) + "." + database + name.substring(dot));
    }

    void write(String database, SchemaSnapshot snapshot) {
        var path = of(database);
        try {
            var parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(path, SnapshotYaml.write(snapshot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SchemaSnapshot read(String database) {
        var path = of(database);
        try {
            return SnapshotYaml.read(path.toString(), Files.readString(path));
        } catch (NoSuchFileException e) {
            throw UsageException.of(
                    "no-snapshot-file",
                    "there is no file " + path + ".",
                    "write it first: `migrations snapshot --output " + file + "`.");
        } catch (CharacterCodingException e) {
            throw UsageException.of(
                    "no-snapshot-file",
                    path + " is not UTF-8, and so not a snapshot.",
                    "write it anew: `migrations snapshot --output " + file + "`.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
