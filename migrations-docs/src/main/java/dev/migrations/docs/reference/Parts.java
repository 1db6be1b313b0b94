package dev.migrations.docs.reference;

import java.util.List;

/**
 * The parts of one kind that an object has.
 *
 * @param title such as {@code Indexes}
 * @param parts never none
 */
public record Parts(String title, List<Part> parts) {

    public Parts {
        parts = List.copyOf(parts);
    }
}
