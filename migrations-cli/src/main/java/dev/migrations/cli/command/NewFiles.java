package dev.migrations.cli.command;

import dev.migrations.cli.workspace.UsageException;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationTree;
import dev.migrations.migration.MigrationTree.Layout;
import dev.migrations.migration.NewMigration;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes the files of a new migration into a folder on disk, which is made if it is not there. */
final class NewFiles {

    private final MigrationFolder folder;
    private final Path directory;

    private NewFiles(MigrationFolder folder, Path directory) {
        this.folder = folder;
        this.directory = directory;
    }

    static NewFiles in(Invocation invocation) throws IOException {
        var location = invocation.location();
        if (location.startsWith("classpath:")) {
            throw UsageException.of(
                    "not-a-directory",
                    location + " is no directory to write into.",
                    "name one: --dir src/main/resources/" + location.substring("classpath:".length()));
        }
        var root = Path.of(location.replaceFirst("^file:(//(?=/))?", ""));
        if (!Files.exists(root)) {
            makeDirectory(root);
        }
        // without its warnings: that a folder is still empty is why somebody is here
        var tree = MigrationTree.read(location, invocation.workspace().classLoader());
        var folder = FolderChoice.of(tree, invocation.options().folder).one("create");
        return new NewFiles(folder.withSettings(invocation.options()::override), directory(root, tree, folder));
    }

    MigrationFolder folder() {
        return folder;
    }

    /** The paths that were written. */
    List<String> write(NewMigration migration) throws IOException {
        var written = new ArrayList<String>();
        write(migration.up(), migration.upHead(), written);
        if (migration.down().isPresent()) {
            write(migration.down().get(), migration.downHead(), written);
        }
        return written;
    }

    private void write(String name, String text, List<String> written) throws IOException {
        var file = directory.resolve(name);
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            written.add(file.toString());
        } catch (FileAlreadyExistsException e) {
            throw UsageException.of("file-exists", file + " is there already.", "run `create` again.");
        }
    }

    /** Only the last part: a parent that is not there is more likely a mistake in the path. */
    private static void makeDirectory(Path root) throws IOException {
        var parent = root.toAbsolutePath().getParent();
        if (parent != null && Files.isDirectory(parent)) {
            Files.createDirectory(root);
        }
    }

    private static Path directory(Path root, MigrationTree tree, MigrationFolder folder) {
        return tree.layout() == Layout.FLAT ? root : root.resolve(folder.name());
    }
}
