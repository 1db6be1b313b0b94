package dev.migrations.docs.html;

import dev.migrations.docs.reference.Section;
import java.util.List;
import java.util.Set;

/**
 * A section in the page.
 *
 * @param title   such as {@code Views}
 * @param entries what it holds
 */
record SectionView(String title, List<EntryView> entries) {

    static SectionView of(Section section, Set<String> drawn) {
        return new SectionView(
                section.title(),
                section.entries().stream()
                        .map(entry -> new EntryView(entry, drawn.contains(entry.id())))
                        .toList());
    }
}
