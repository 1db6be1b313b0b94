package dev.migrations.docs.folder;

/**
 * A file of a reference.
 *
 * @param path    below the directory, with slashes
 * @param content in UTF-8, with line feeds
 */
public record DocsFile(String path, String content) {

    /** What the first lines of each file say, so that the next run knows it again. */
    public static final String MARK = "<!-- Written by `migrations docs`, which overwrites it. -->";
}
