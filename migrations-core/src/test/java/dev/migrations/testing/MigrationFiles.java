package dev.migrations.testing;

import dev.migrations.Migrator;
import dev.migrations.MigratorBuilder;
import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A folder of migrations that a test writes as it goes. */
public final class MigrationFiles {

    private final Path directory;

    private MigrationFiles(Path directory) {
        this.directory = directory;
    }

    /** Files in this directory, which is made if it is not there. */
    public static MigrationFiles in(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MigrationFiles(directory);
    }

    /** Writes a file, in place of one that has this name already. */
    public MigrationFiles with(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Deletes a file. */
    public MigrationFiles without(String name) {
        try {
            Files.delete(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Where the files are. */
    public Path directory() {
        return directory;
    }

    /** The files as they are now, as the one folder of a flat layout. */
    public MigrationFolder folder() {
        return MigrationTree.read(directory.toString(), MigrationFiles.class.getClassLoader())
                .folders()
                .get(0);
    }

    /** A migrator of the files as they are now; it waits for the lock, but not for long. */
    public Migrator migrator(TestDatabase database) {
        return migrator(database.source());
    }

    /** The same, on connections of any kind. */
    public Migrator migrator(ConnectionSource source) {
        return builder(source).withoutFingerprint().build();
    }

    /** The same with the fingerprint of each run, which most tests have no use for. */
    public Migrator withFingerprints(ConnectionSource source) {
        return builder(source).build();
    }

    private MigratorBuilder builder(ConnectionSource source) {
        return Migrator.of(folder(), source).database("db_main").lockPatience(Duration.ofSeconds(60));
    }
}
