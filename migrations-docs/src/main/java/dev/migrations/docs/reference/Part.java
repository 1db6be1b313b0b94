package dev.migrations.docs.reference;

import java.util.List;
import java.util.Optional;

/**
 * An index, a trigger and the like.
 *
 * @param name       its name
 * @param definition in the server's words
 * @param properties whatever else there is to say
 * @param comment    its comment
 */
public record Part(String name, String definition, List<Property> properties, Optional<String> comment) {

    public Part {
        properties = List.copyOf(properties);
    }
}
