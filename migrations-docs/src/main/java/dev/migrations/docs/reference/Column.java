package dev.migrations.docs.reference;

import dev.migrations.docs.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A column of a table or a view.
 *
 * @param id           its place on the page
 * @param name         its name
 * @param type         as {@code format_type} writes it
 * @param isRequired   whether it is {@code NOT NULL}
 * @param isPrimary    whether it is one of the primary key
 * @param targets      where the foreign keys that it is a part of lead to
 * @param defaultValue as the server writes it
 * @param properties   whatever else there is to say
 * @param comment      its comment
 * @param origin       where it comes from, as far as that is known
 */
public record Column(
        String id,
        String name,
        String type,
        boolean isRequired,
        boolean isPrimary,
        List<Link> targets,
        Optional<String> defaultValue,
        List<Property> properties,
        Optional<String> comment,
        Optional<Origin> origin) {

    public Column {
        targets = List.copyOf(targets);
        properties = List.copyOf(properties);
    }

    /** Whether it is a part of a foreign key. */
    public boolean isForeign() {
        return !targets.isEmpty();
    }
}
