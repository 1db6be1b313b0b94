package dev.migrations.docs.reference;

import dev.migrations.schema.ObjectName;

/**
 * A way to another object of the same database.
 *
 * @param target what it leads to
 * @param text   what it says
 */
public record Link(ObjectName target, String text) {

    /** Its place, on the page of its schema. */
    public String id() {
        return Anchor.of(target);
    }
}
