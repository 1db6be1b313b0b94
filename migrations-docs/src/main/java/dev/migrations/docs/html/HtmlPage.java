package dev.migrations.docs.html;

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

/** Writes a reference as one HTML file: styles, script and pictures are in it, and it asks for nothing else. */
public final class HtmlPage {

    private HtmlPage() {}

    /** The whole file. */
    public static String render(DatabaseReference database) {
        return template().execute(PageView.of(database, Diagrams.of(database), text("page.css"), text("page.js")));
    }

    private static Template template() {
        return Mustache.compiler()
                .withCollector(new OptionalSections())
                .withLoader(name -> reader(name + ".mustache"))
                .compile(reader("page.mustache"));
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
