package dev.migrations.migration;

import java.util.List;

/** All migration folders of an application, in the order in which they run. */
public final class MigrationTree {

    private final String name;
    private final Layout layout;
    private final List<MigrationFolder> folders;
    private final List<String> warnings;

    MigrationTree(String name, Layout layout, List<MigrationFolder> folders, List<String> warnings) {
        this.name = name;
        this.layout = layout;
        this.folders = List.copyOf(folders);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Lists a tree and reads the settings of its folders; scripts are read by {@link MigrationFolder#read}.
     *
     * @param location {@code classpath:migrations} (the folder in all class path roots that have it, as if it were one),
     *     {@code file:/path/to/migrations}, or a plain path
     * @param classLoader whose class path is meant
     * @throws MigrationFilesException if the place does not exist, files contradict each other, or settings are wrong; tells
     *     all of it at once
     */
    public static MigrationTree read(String location, ClassLoader classLoader) {
        return read(TreeLocation.find(location, classLoader));
    }

    static MigrationTree read(TreeLocation location) {
        return new TreeReading(location).read();
    }

    /** The last part of the location's path, such as {@code migrations}. */
    public String name() {
        return name;
    }

    /** How the tree is laid out. */
    public Layout layout() {
        return layout;
    }

    /** The folders by name, numbers in front compared as numbers; also those that are not enabled. */
    public List<MigrationFolder> folders() {
        return folders;
    }

    /** What may be a mistake but stops nothing, as sentences. */
    public List<String> warnings() {
        return warnings;
    }

    /** The two ways to lay out a tree. */
    public enum Layout {
        /** The root is the only folder. */
        FLAT,
        /** Each subfolder with a {@code migration.yaml} is a folder. */
        TREE
    }
}
