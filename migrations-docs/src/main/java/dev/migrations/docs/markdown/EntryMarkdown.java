package dev.migrations.docs.markdown;

import dev.migrations.docs.origin.Origin;
import dev.migrations.docs.reference.Anchor;
import dev.migrations.docs.reference.Column;
import dev.migrations.docs.reference.Entry;
import dev.migrations.docs.reference.ForeignKey;
import dev.migrations.docs.reference.Link;
import dev.migrations.docs.reference.Part;
import dev.migrations.docs.reference.Property;
import dev.migrations.schema.ObjectName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes one entry into a page. */
final class EntryMarkdown {

    private final Entry entry;
    private final String schema;
    private final MarkdownPage page;

    /** On the page of this schema. */
    EntryMarkdown(Entry entry, String schema, MarkdownPage page) {
        this.entry = entry;
        this.schema = schema;
        this.page = page;
    }

    void write() {
        var kind = entry.kind().equals("table") ? "" : " (" + entry.kind() + ")";
        page.block("### <a id=\"" + entry.id() + "\"></a>"
                + MarkdownText.text(entry.name().name()) + kind);
        page.block(entry.comment().map(MarkdownText::text).orElse(""));
        page.block(entry.origin()
                .map(Origin::sentence)
                .map(MarkdownText::text)
                .map(text -> "Migration: " + text)
                .orElse(""));
        page.list(entry.properties().stream().map(EntryMarkdown::text).toList());
        columns();
        keys();
        for (var parts : entry.parts()) {
            page.block("**" + parts.title() + "**");
            page.list(parts.parts().stream().map(EntryMarkdown::part).toList());
        }
        if (!entry.partitions().isEmpty()) {
            page.block("**Partitions**");
            page.list(entry.partitions().stream().map(this::link).toList());
        }
        page.block(entry.definition().map(MarkdownText::block).orElse(""));
    }

    private void columns() {
        page.table(
                List.of("Column", "Type", "Null", "Default", "Comment", "Migration"),
                entry.columns().stream().map(this::row).toList());
    }

    private List<String> row(Column column) {
        var name = "<a id=\"" + column.id() + "\"></a>" + MarkdownText.text(column.name());
        var tags = Stream.concat(
                column.isPrimary() ? Stream.of("PK") : Stream.of(),
                column.targets().stream().map(target -> "[FK](" + href(target.target()) + ")"));
        return List.of(
                Stream.concat(Stream.of(name), tags).collect(Collectors.joining(" ")),
                MarkdownText.code(column.type()),
                column.isRequired() ? "no" : "yes",
                column.defaultValue().map(MarkdownText::code).orElse(""),
                Stream.concat(
                                column.comment().stream().map(MarkdownText::text),
                                column.properties().stream().map(EntryMarkdown::text))
                        .collect(Collectors.joining("<br>")),
                column.origin().map(Origin::sentence).map(MarkdownText::text).orElse(""));
    }

    private void keys() {
        if (!entry.outgoing().isEmpty()) {
            page.block("**Foreign keys**");
            page.list(entry.outgoing().stream()
                    .map(key -> columns(key.columns()) + " → " + link(key.target()) + " " + columns(key.referenced())
                            + end(key))
                    .toList());
        }
        if (!entry.incoming().isEmpty()) {
            page.block("**Referenced by**");
            page.list(entry.incoming().stream()
                    .map(key -> link(key.table()) + " " + columns(key.columns()) + end(key))
                    .toList());
        }
    }

    private static String columns(List<String> columns) {
        return "(" + MarkdownText.text(String.join(", ", columns)) + ")";
    }

    private static String end(ForeignKey key) {
        var rest = key.rest().isEmpty() ? "" : " " + MarkdownText.text(key.rest());
        return rest + ", " + MarkdownText.code(key.name().name());
    }

    private static String part(Part part) {
        return Stream.of(
                        Stream.of("**" + MarkdownText.text(part.name()) + "**", MarkdownText.code(part.definition())),
                        part.properties().stream().map(EntryMarkdown::text),
                        part.comment().stream().map(MarkdownText::text))
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String text(Property property) {
        return property.label() + ": " + MarkdownText.code(property.value());
    }

    private String link(Link link) {
        return "[" + MarkdownText.text(link.text()) + "](" + href(link.target()) + ")";
    }

    private String link(ObjectName target) {
        return link(new Link(target, target.path()));
    }

    /** Of another schema, on that one's page. */
    private String href(ObjectName target) {
        var file = target.schema().equals(schema) ? "" : MarkdownPages.fileName(target.schema());
        return file + "#" + Anchor.of(target);
    }
}
