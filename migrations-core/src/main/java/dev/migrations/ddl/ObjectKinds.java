package dev.migrations.ddl;

import org.jspecify.annotations.Nullable;

/** Reads the words that say what a statement is about. */
final class ObjectKinds {

    private ObjectKinds() {}

    /** Passes them; null, and nothing passed, where they are none that matter. */
    static @Nullable ObjectKind find(Tokens tokens) {
        if (tokens.take("FOREIGN", "TABLE")) {
            return ObjectKind.FOREIGN_TABLE;
        }
        if (tokens.take("MATERIALIZED", "VIEW")) {
            return ObjectKind.MATERIALIZED_VIEW;
        }
        if (tokens.take("EVENT", "TRIGGER")) {
            return ObjectKind.EVENT_TRIGGER;
        }
        for (var kind : ObjectKind.values()) {
            if (tokens.take(kind.name())) {
                return kind;
            }
        }
        return null;
    }
}
