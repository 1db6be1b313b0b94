package dev.migrations.docs.reference;

import java.util.List;

/**
 * Objects of a schema that a reader looks for in one place.
 *
 * @param title   such as {@code Views}
 * @param entries by name, never none
 */
public record Section(String title, List<Entry> entries) {

    public Section {
        entries = List.copyOf(entries);
    }
}
