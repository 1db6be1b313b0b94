package dev.migrations.docs.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The directory of a reference.
 *
 * <ol>
 *   <li>Only files that begin as ours are ever overwritten or removed; anything else in the way is refused before a change.
 *   <li>A file that is as it should be is not touched, whatever its line endings.
 * </ol>
 */
public final class DocsFolder {

    private static final int HEAD = 512;

    /** One for several databases, one for each of them. */
    private static final int DEPTH = 2;

    private final Path directory;

    private DocsFolder(Path directory) {
        this.directory = directory;
    }

    /** A directory that need not be there yet. */
    public static DocsFolder at(Path directory) {
        return new DocsFolder(directory);
    }

    /** What {@link #write} would change. */
    public DocsChanges compare(List<DocsFile> files) {
        try {
            var changed = new ArrayList<String>();
            for (var file : files) {
                if (!isWritten(file)) {
                    changed.add(file.path());
                }
            }
            var paths = files.stream().map(DocsFile::path).toList();
            return new DocsChanges(paths, changed, stale(Set.copyOf(paths)));
        } catch (IOException e) {
            throw DocsFolderException.unusable(directory, e);
        }
    }

    /**
     * Makes the directory hold these files, and no others of ours.
     *
     * @throws DocsFolderException if a file is in the way, or cannot be written
     */
    public DocsChanges write(List<DocsFile> files) {
        var changes = compare(files);
        try {
            for (var path : changes.changed()) {
                checkOwn(directory.resolve(path));
            }
            for (var file : files) {
                if (changes.changed().contains(file.path())) {
                    var target = directory.resolve(file.path());
                    Files.createDirectories(target.resolveSibling("."));
                    Files.writeString(target, file.content());
                }
            }
            for (var path : changes.stale()) {
                remove(directory.resolve(path));
            }
            return changes;
        } catch (IOException e) {
            throw DocsFolderException.unusable(directory, e);
        }
    }

    private boolean isWritten(DocsFile file) throws IOException {
        var path = directory.resolve(file.path());
        return Files.isRegularFile(path)
                && new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .equals(file.content());
    }

    private List<String> stale(Set<String> wanted) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var found = Files.walk(directory, DEPTH)) {
            var stale = new ArrayList<String>();
            for (var file : found.filter(Files::isRegularFile).collect(Collectors.toCollection(ArrayList::new))) {
                var path = directory.relativize(file).toString().replace('\\', '/');
                if (!wanted.contains(path) && path.matches(".*\\.(md|html)") && isOwn(file)) {
                    stale.add(path);
                }
            }
            stale.sort(null);
            return stale;
        }
    }

    private static void checkOwn(Path file) throws IOException {
        if (Files.exists(file) && !isOwn(file)) {
            throw DocsFolderException.foreign(file);
        }
    }

    private static boolean isOwn(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(HEAD), StandardCharsets.UTF_8).contains(DocsFile.MARK);
        }
    }

    /** With the directory of its database, where nothing is left in it. */
    private void remove(Path file) throws IOException {
        Files.delete(file);
        var parent = file.getParent();
        if (parent != null && !parent.equals(directory) && isEmpty(parent)) {
            Files.delete(parent);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var left = Files.list(directory)) {
            return left.findAny().isEmpty();
        }
    }
}
