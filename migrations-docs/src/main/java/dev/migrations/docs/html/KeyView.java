package dev.migrations.docs.html;

import dev.migrations.docs.reference.Anchor;
import dev.migrations.docs.reference.ForeignKey;

/**
 * A foreign key in the page.
 *
 * @param key which one
 */
record KeyView(ForeignKey key) {

    String name() {
        return key.name().name();
    }

    String table() {
        return key.table().path();
    }

    String tableId() {
        return Anchor.of(key.table());
    }

    String columns() {
        return String.join(", ", key.columns());
    }

    String target() {
        return key.target().path();
    }

    String targetId() {
        return Anchor.of(key.target());
    }

    String referenced() {
        return String.join(", ", key.referenced());
    }

    String rest() {
        return key.rest();
    }
}
