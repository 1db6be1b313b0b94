package dev.migrations.docs.html;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.migrations.docs.diagram.Diagrams;
import dev.migrations.docs.reference.DatabaseReference;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a reference as one HTML file: styles, script and pictures are in it, and it asks for nothing else. */
public final class HtmlPage {

    /** In text, and in attributes between quotes. */
    private static final Mustache.Escaper ESCAPES = Escapers.simple(
            new String[] {"&", "&amp;"},
            new String[] {"<", "&lt;"},
            new String[] {">", "&gt;"},
            new String[] {"\"", "&quot;"},
            new String[] {"'", "&#39;"});

    private HtmlPage() {}

    /**
     * The whole file.
     *
     * @param mark a comment for its head
     */
    public static String render(DatabaseReference database, String mark) {
        var assets = new Assets(mark, text("page.css"), text("page.js"));
        return template("page").execute(PageView.of(database, Diagrams.of(database), assets));
    }

    /** Several databases, by name, and the directories that theirs are in. */
    public static String overview(Map<String, String> directories, String mark) {
        var links = directories.entrySet().stream()
                .map(entry -> new OverviewView.Database(entry.getKey(), entry.getValue() + "/index.html"))
                .toList();
        return template("overview").execute(new OverviewView(new Assets(mark, text("page.css"), ""), links));
    }

    private static Template template(String name) {
        return Mustache.compiler()
                .withCollector(new OptionalSections())
                .withEscaper(ESCAPES)
                .withLoader(part -> reader(part + ".mustache"))
                .compile(reader(name + ".mustache"));
    }

    private static String text(String resource) {
        try (var reader = reader(resource)) {
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader reader(String resource) {
        var stream = HtmlPage.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("no resource " + resource);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
