package dev.migrations.docs.html;

import dev.migrations.docs.reference.Anchor;
import dev.migrations.docs.reference.SchemaReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A schema in the page.
 *
 * @param id       its place
 * @param name     its name
 * @param colour   the number of its colour in the style sheet
 * @param comment  its comment
 * @param sections what it holds
 */
record SchemaView(String id, String name, int colour, Optional<String> comment, List<SectionView> sections) {

    static SchemaView of(SchemaReference schema, int colour, Set<String> drawn) {
        return new SchemaView(
                "schema." + Anchor.encode(schema.name()),
                schema.name(),
                colour,
                schema.comment(),
                schema.sections().stream()
                        .map(section -> SectionView.of(section, drawn))
                        .toList());
    }
}
