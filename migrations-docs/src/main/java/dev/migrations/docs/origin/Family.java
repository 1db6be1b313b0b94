package dev.migrations.docs.origin;

import dev.migrations.ddl.ObjectKind;
import java.util.Optional;

/** Objects that share their names: within a schema, no two of a family are called the same. */
enum Family {
    RELATION,
    TYPE,
    ROUTINE,
    SCHEMA,
    EXTENSION,
    COLLATION,
    STATISTICS;

    /** That of what a statement is about; empty where nothing is kept of it. */
    static Optional<Family> of(ObjectKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> RELATION;
                    case TYPE, DOMAIN -> TYPE;
                    case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE -> ROUTINE;
                    case SCHEMA -> SCHEMA;
                    case EXTENSION -> EXTENSION;
                    case COLLATION -> COLLATION;
                    case STATISTICS -> STATISTICS;
                    default -> null;
                });
    }

    /** That of an object of a snapshot. */
    static Optional<Family> of(dev.migrations.schema.ObjectKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> RELATION;
                    case TYPE, DOMAIN -> TYPE;
                    case FUNCTION, PROCEDURE, AGGREGATE -> ROUTINE;
                    case SCHEMA -> SCHEMA;
                    case EXTENSION -> EXTENSION;
                    case COLLATION -> COLLATION;
                    case STATISTICS -> STATISTICS;
                    default -> null;
                });
    }

    /** Whether its names have a schema. */
    boolean isInSchema() {
        return this != SCHEMA && this != EXTENSION;
    }
}
