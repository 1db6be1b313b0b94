package dev.migrations.docs.reference;

import dev.migrations.schema.ObjectKind;

/** Where on a page an object of a kind is told of. */
enum SectionKind {
    TABLES("Tables"),
    VIEWS("Views"),
    TYPES("Types"),
    SEQUENCES("Sequences"),
    ROUTINES("Functions"),
    EXTENSIONS("Extensions"),
    OTHERS("Other objects");

    private final String title;

    SectionKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static SectionKind of(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE -> TABLES;
            case VIEW, MATERIALIZED_VIEW -> VIEWS;
            case TYPE, DOMAIN -> TYPES;
            case SEQUENCE -> SEQUENCES;
            case FUNCTION, PROCEDURE, AGGREGATE -> ROUTINES;
            case EXTENSION -> EXTENSIONS;
            default -> OTHERS;
        };
    }
}
