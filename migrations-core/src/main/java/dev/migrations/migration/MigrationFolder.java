package dev.migrations.migration;

import java.util.List;
import java.util.function.UnaryOperator;

/** The migrations of one database, or of several that are alike: a directory and its {@code migration.yaml}. */
public final class MigrationFolder {

    private final String name;
    private final FolderSettings settings;
    private final List<TreeFile> sqlFiles;

    MigrationFolder(String name, FolderSettings settings, List<TreeFile> sqlFiles) {
        this.name = name;
        this.settings = settings;
        this.sqlFiles = List.copyOf(sqlFiles);
    }

    /** The directory's name, such as {@code 01_main-db}; in the flat layout the root's own, such as {@code migrations}. */
    public String name() {
        return name;
    }

    /** What its {@code migration.yaml} says. */
    public FolderSettings settings() {
        return settings;
    }

    /**
     * Reads each script once, from end to end, and keeps no text.
     *
     * @throws MigrationFilesException if a file's name is off the grammar, two files get in each other's way, a script is
     *     missing, or a file cannot be read; tells all of it at once
     */
    public MigrationSet read() {
        return new FolderReading(new FolderNames(name, settings, sqlFiles)).read();
    }

    /** The same files under other settings, such as those that a command overrides. */
    public MigrationFolder withSettings(UnaryOperator<FolderSettings> change) {
        return new MigrationFolder(name, change.apply(settings), sqlFiles);
    }

    /** The scripts whose names have a version, whatever is wrong with the others. */
    List<ScriptName.Versioned> versioned() {
        return sqlFiles.stream()
                .map(file -> ScriptName.of(file, settings.naming()))
                .filter(ScriptName.Versioned.class::isInstance)
                .map(ScriptName.Versioned.class::cast)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
