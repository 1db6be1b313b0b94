package dev.migrations.migration;

import dev.migrations.problem.Problem;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a tree lies, resolved.
 *
 * @param name  the last part of its path
 * @param roots the places that hold it: one directory, or each class path root that has the folder
 */
record TreeLocation(String name, List<FileRoot> roots) {

    private static final String CLASSPATH = "classpath:";
    private static final String FILE = "file:";
    // one letter and a colon is a drive
    private static final Pattern OTHER_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.*-]+:.*");

    /** Resolves {@code classpath:migrations}, {@code file:/dir} or a plain path. */
    static TreeLocation find(String location, ClassLoader classLoader) {
        if (location.startsWith(CLASSPATH)) {
            return onClassPath(location, classLoader);
        }
        if (location.startsWith(FILE)) {
            return inDirectory(location, writtenOrDecoded(location));
        }
        if (location.isBlank() || OTHER_SCHEME.matcher(location).matches()) {
            throw refuse(
                    "\"" + location + "\" is not a place for migrations",
                    "write classpath:migrations, file:/path/to/migrations, or a directory such as ./migrations");
        }
        return inDirectory(location, path(location));
    }

    private static TreeLocation onClassPath(String location, ClassLoader classLoader) {
        var folder = location.substring(CLASSPATH.length()).replaceAll("^/+|/+$", "");
        if (folder.isEmpty()) {
            throw refuse(location + " is the whole class path", "name a folder, such as classpath:migrations");
        }
        var roots = new LinkedHashMap<String, FileRoot>(); // the same root may be on the class path twice
        try {
            // a jar knows its folders by a slash at the end
            for (var url : Collections.list(classLoader.getResources(folder + "/"))) {
                root(url).ifPresent(root -> roots.putIfAbsent(url.toExternalForm(), root));
            }
        } catch (IOException e) {
            throw refuse(location + " cannot be read: " + e, "check the jars on the class path");
        }
        if (roots.isEmpty()) {
            throw refuse(
                    "there is no folder " + folder + " on the class path",
                    "put the migrations into src/main/resources/" + folder
                            + ", or set `migrations.location` to where they are (a jar must have entries for its directories)");
        }
        return new TreeLocation(lastPart(folder), List.copyOf(roots.values()));
    }

    private static Optional<FileRoot> root(URL url) throws IOException {
        if (url.getProtocol().equals("file")) {
            return decoded(url.toExternalForm())
                    .or(() -> path(url.getPath()))
                    .filter(Files::isDirectory)
                    .map(DirectoryRoot::new);
        }
        if (url.openConnection() instanceof JarURLConnection) {
            return Optional.of(new JarRoot(url));
        }
        throw refuse(
                "the files in " + url + " cannot be listed",
                "unpack the migrations, and set `migrations.location` to file:/path/to/migrations");
    }

    private static TreeLocation inDirectory(String location, Optional<Path> found) {
        var directory = found.map(Path::toAbsolutePath).map(Path::normalize);
        if (directory.filter(Files::isDirectory).isPresent()) {
            var name = Optional.ofNullable(directory.get().getFileName()).map(Path::toString);
            return new TreeLocation(name.orElse("migrations"), List.of(new DirectoryRoot(directory.get())));
        }
        if (directory.filter(Files::exists).isPresent()) {
            throw refuse(
                    location + " is a file, not a directory",
                    "name the directory that it lies in (`--dir`, or `migrations.location`)");
        }
        throw refuse(
                "there is no directory " + directory.map(Path::toString).orElse(location),
                "make it (`mkdir -p '" + directory.map(Path::toString).orElse(location)
                        + "'`), or name the one where the migrations are (`--dir`, or `migrations.location`)");
    }

    /** A person writes spaces and umlauts as they are, or a URL: the path as written where it exists, else decoded. */
    private static Optional<Path> writtenOrDecoded(String fileUrl) {
        var written = path(fileUrl.substring(FILE.length()).replaceFirst("^//(?=/)", ""));
        return written.filter(Files::exists).isPresent()
                ? written
                : decoded(fileUrl).or(() -> written);
    }

    /** Empty for what is no URL: a relative path, or one with spaces. */
    private static Optional<Path> decoded(String fileUrl) {
        try {
            return Optional.of(Path.of(new URI(fileUrl)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String written) {
        try {
            return Optional.of(Path.of(written));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String lastPart(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private static MigrationFilesException refuse(String message, String hint) {
        return new MigrationFilesException(List.of(Problem.of("location", message, hint)));
    }
}
