package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import org.jspecify.annotations.Nullable;

/** One sub-command of {@code ALTER TABLE}. */
public sealed interface TableAction {

    /** Where it starts. */
    Place place();

    /** {@code ADD COLUMN}. */
    record AddColumn(Place place, ColumnDefinition column, boolean ifNotExists) implements TableAction {}

    /** {@code DROP COLUMN}. */
    record DropColumn(Place place, Identifier column, boolean ifExists, boolean cascade) implements TableAction {}

    /** {@code ALTER COLUMN … TYPE}. */
    record ChangeType(
            Place place,
            Identifier column,
            DataType type,
            @Nullable Expression using) implements TableAction {}

    /** {@code ALTER COLUMN … SET DEFAULT}. */
    record SetDefault(Place place, Identifier column, Expression value) implements TableAction {}

    /** {@code ALTER COLUMN … DROP DEFAULT}. */
    record DropDefault(Place place, Identifier column) implements TableAction {}

    /** {@code ALTER COLUMN … SET NOT NULL}. */
    record SetNotNull(Place place, Identifier column) implements TableAction {}

    /** {@code ALTER COLUMN … DROP NOT NULL}. */
    record DropNotNull(Place place, Identifier column) implements TableAction {}

    /** {@code ALTER COLUMN … ADD GENERATED … AS IDENTITY}. */
    record AddIdentity(Place place, Identifier column) implements TableAction {}

    /** {@code ALTER COLUMN … SET EXPRESSION AS}, since 17: every row is computed anew. */
    record SetExpression(Place place, Identifier column) implements TableAction {}

    /** Any other change of a column that touches no row: statistics, storage, compression, options, identity. */
    record TuneColumn(Place place, Identifier column, String action) implements TableAction {}

    /** {@code ADD CONSTRAINT}, {@code ADD CHECK} and the like. */
    record AddConstraint(Place place, Constraint constraint) implements TableAction {}

    /** {@code ALTER CONSTRAINT}. */
    record AlterConstraint(Place place, Identifier constraint, String attributes) implements TableAction {}

    /** {@code VALIDATE CONSTRAINT}. */
    record ValidateConstraint(Place place, Identifier constraint) implements TableAction {}

    /** {@code DROP CONSTRAINT}. */
    record DropConstraint(Place place, Identifier constraint, boolean ifExists, boolean cascade)
            implements TableAction {}

    /** {@code RENAME TO}. */
    record RenameTable(Place place, Identifier newName) implements TableAction {}

    /** {@code RENAME COLUMN}. */
    record RenameColumn(Place place, Identifier column, Identifier newName) implements TableAction {}

    /** {@code RENAME CONSTRAINT}. */
    record RenameConstraint(Place place, Identifier constraint, Identifier newName) implements TableAction {}

    /** {@code SET SCHEMA}. */
    record SetSchema(Place place, Identifier schema) implements TableAction {}

    /** {@code ATTACH PARTITION}. */
    record AttachPartition(Place place, QualifiedName partition, String bounds) implements TableAction {}

    /** {@code DETACH PARTITION}. */
    record DetachPartition(Place place, QualifiedName partition, Mode mode) implements TableAction {
        /** How a partition leaves. */
        public enum Mode {
            BLOCKING,
            CONCURRENTLY,
            FINALIZE
        }
    }

    /** {@code SET LOGGED}, {@code SET UNLOGGED}, {@code SET TABLESPACE}, {@code SET ACCESS METHOD}: all rows are copied. */
    record Move(Place place, String action) implements TableAction {}

    /** {@code INHERIT}. */
    record Inherit(Place place, QualifiedName parent) implements TableAction {}

    /** {@code ENABLE} and {@code DISABLE} of triggers, rules and row security, {@code FORCE ROW LEVEL SECURITY}. */
    record Toggle(Place place, String action) implements TableAction {}

    /** Anything else that PostgreSQL knows and that touches no row: owner, storage parameters, replica identity. */
    record Tune(Place place, String action) implements TableAction {}

    /** A sub-command that goes on in a way that is not known. */
    record NotUnderstood(Place place, String at) implements TableAction {}
}
