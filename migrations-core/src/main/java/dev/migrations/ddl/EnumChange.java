package dev.migrations.ddl;

import dev.migrations.script.QualifiedName;

/** {@code ALTER TYPE} of an enum. */
public sealed interface EnumChange extends DdlStatement {

    /** The enum. */
    QualifiedName type();

    /**
     * {@code ADD VALUE}.
     *
     * @param value      as written, in quotes
     * @param hasPosition whether {@code BEFORE} or {@code AFTER} is written
     */
    record AddValue(Place place, QualifiedName type, String value, boolean ifNotExists, boolean hasPosition)
            implements EnumChange {}

    /** {@code RENAME VALUE}; values as written, in quotes. */
    record RenameValue(Place place, QualifiedName type, String value, String newValue) implements EnumChange {}
}
