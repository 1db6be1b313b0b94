package dev.migrations.docs.markdown;

import dev.migrations.docs.reference.Anchor;
import dev.migrations.docs.reference.DatabaseReference;
import dev.migrations.docs.reference.SchemaReference;
import dev.migrations.docs.reference.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages of a database: {@code README.md}, and one for each schema. */
public final class MarkdownPages {

    private static final String INDEX = "README.md";

    private MarkdownPages() {}

    /** By file name, the index first. */
    public static Map<String, String> render(DatabaseReference database) {
        var pages = new LinkedHashMap<String, String>();
        pages.put(INDEX, index(database));
        database.schemas().forEach(schema -> pages.put(fileName(schema.name()), page(database, schema)));
        return pages;
    }

    /** Several databases, by name, and the directories that theirs are in. */
    public static String overview(Map<String, String> directories) {
        var page = new MarkdownPage().block("# Databases");
        page.list(directories.entrySet().stream()
                .map(entry -> "[" + MarkdownText.text(entry.getKey()) + "](" + entry.getValue() + "/" + INDEX + ")")
                .toList());
        return page.toString();
    }

    static String fileName(String schema) {
        return "schema-" + Anchor.encode(schema) + ".md";
    }

    private static String index(DatabaseReference database) {
        var page = new MarkdownPage().block("# " + MarkdownText.text(database.name()));
        page.block("PostgreSQL " + database.majorVersion());
        page.table(
                List.of("Schema", "Holds", "Comment"),
                database.schemas().stream().map(MarkdownPages::row).toList());
        for (var section : database.shared()) {
            page.block("## " + section.title());
            section.entries().forEach(entry -> new EntryMarkdown(entry, "", page).write());
        }
        if (!database.unread().isEmpty()) {
            page.block("## Statements without attribution");
            page.block("These were not understood, so that what they change is attributed to no migration.");
            page.list(database.unread().stream().map(MarkdownText::code).toList());
        }
        return page.toString();
    }

    private static List<String> row(SchemaReference schema) {
        var holds = schema.sections().stream()
                .map(section -> section.title().toLowerCase(Locale.ROOT) + ": "
                        + section.entries().size())
                .collect(Collectors.joining(", "));
        return List.of(
                "[" + MarkdownText.text(schema.name()) + "](" + fileName(schema.name()) + ")",
                holds,
                schema.comment().map(MarkdownText::text).orElse(""));
    }

    private static String page(DatabaseReference database, SchemaReference schema) {
        var page = new MarkdownPage().block("# " + MarkdownText.text(schema.name()));
        page.block("A schema of [" + MarkdownText.text(database.name()) + "](" + INDEX + ").");
        page.block(schema.comment().map(MarkdownText::text).orElse(""));
        page.list(contents(schema.sections()));
        for (var section : schema.sections()) {
            page.block("## " + section.title());
            section.entries().forEach(entry -> new EntryMarkdown(entry, schema.name(), page).write());
        }
        return page.toString();
    }

    private static List<String> contents(List<Section> sections) {
        var contents = new ArrayList<String>();
        for (var section : sections) {
            contents.add(section.title() + ": "
                    + section.entries().stream()
                            .map(entry -> "[" + MarkdownText.text(entry.name().name()) + "](#" + entry.id() + ")")
                            .collect(Collectors.joining(", ")));
        }
        return contents;
    }
}
