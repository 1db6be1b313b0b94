package dev.migrations.docs.reference;

import dev.migrations.schema.ObjectKind;
import java.util.List;
import java.util.Optional;

/**
 * What one schema holds.
 *
 * @param name     its name; empty for what lives in no schema
 * @param comment  its comment
 * @param sections in the order in which a reader wants them
 */
public record SchemaReference(String name, Optional<String> comment, List<Section> sections) {

    public SchemaReference {
        sections = List.copyOf(sections);
    }

    /** The tables that have rows of their own to tell of: partitions are told of with the table that they belong to. */
    public List<Entry> tables() {
        return sections.stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry ->
                        entry.name().kind() == ObjectKind.TABLE || entry.name().kind() == ObjectKind.FOREIGN_TABLE)
                .filter(entry -> !entry.isPartition())
                .toList();
    }
}
