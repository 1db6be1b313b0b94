package dev.migrations.docs;

import dev.migrations.MigratedSchema;
import dev.migrations.docs.folder.DocsFile;
import dev.migrations.docs.html.HtmlPage;
import dev.migrations.docs.markdown.MarkdownPages;
import dev.migrations.docs.origin.Origins;
import dev.migrations.docs.reference.Anchor;
import dev.migrations.docs.reference.DatabaseReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the reference of databases: the same files, byte for byte, whenever the schemas are the same. */
public final class DatabaseDocs {

    private DatabaseDocs() {}

    /**
     * The files for some databases: those of one lie side by side, those of several in a directory for each, below an index.
     *
     * @param databases by name, in the order of the index
     */
    public static List<DocsFile> render(Map<String, MigratedSchema> databases, DocsFormat format) {
        if (databases.size() == 1) {
            var only = databases.entrySet().iterator().next();
            return files("", only.getKey(), only.getValue(), format);
        }
        var files = new ArrayList<DocsFile>();
        var directories = new LinkedHashMap<String, String>();
        databases.keySet().forEach(name -> directories.put(name, Anchor.encode(name)));
        if (format.hasMarkdown()) {
            files.add(markdown("README.md", MarkdownPages.overview(directories)));
        }
        if (format.hasHtml()) {
            files.add(new DocsFile("index.html", HtmlPage.overview(directories, DocsFile.MARK)));
        }
        databases.forEach((name, schema) -> files.addAll(files(directories.get(name) + "/", name, schema, format)));
        return files;
    }

    private static List<DocsFile> files(String directory, String name, MigratedSchema schema, DocsFormat format) {
        var origins = Origins.of(schema.snapshot(), schema.scripts());
        var database = DatabaseReference.of(name, schema.snapshot(), origins);
        var files = new ArrayList<DocsFile>();
        if (format.hasMarkdown()) {
            MarkdownPages.render(database).forEach((file, text) -> files.add(markdown(directory + file, text)));
        }
        if (format.hasHtml()) {
            files.add(new DocsFile(directory + "index.html", HtmlPage.render(database, DocsFile.MARK)));
        }
        return files;
    }

    private static DocsFile markdown(String path, String text) {
        return new DocsFile(path, DocsFile.MARK + "\n\n" + text);
    }
}
