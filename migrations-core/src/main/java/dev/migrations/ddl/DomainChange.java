package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;

/** {@code ALTER DOMAIN}. */
public sealed interface DomainChange extends DdlStatement {

    /** The domain. */
    QualifiedName domain();

    /** {@code ADD CONSTRAINT}. */
    record AddConstraint(Place place, QualifiedName domain, Constraint constraint) implements DomainChange {}

    /** {@code VALIDATE CONSTRAINT}. */
    record ValidateConstraint(Place place, QualifiedName domain, Identifier constraint) implements DomainChange {}

    /** {@code SET NOT NULL}: all columns of this type are checked. */
    record SetNotNull(Place place, QualifiedName domain) implements DomainChange {}

    /** Any other; no row is read. */
    record Tune(Place place, QualifiedName domain, String action) implements DomainChange {}
}
