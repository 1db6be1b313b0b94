package dev.migrations.rule;

import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.DataType;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the statements before one have made, in this script and in those before it. */
public interface KnownSchema {

    /** Whether a table was made in the same run, so that nobody uses it yet. */
    boolean isNew(QualifiedName table);

    /** A column's type as it was last defined. */
    Optional<DataType> findType(QualifiedName table, Identifier column);

    /** A constraint as it is now. */
    Optional<KnownConstraint> findConstraint(QualifiedName table, Identifier name);

    /** The one column of a table's primary key. */
    Optional<Identifier> findKey(QualifiedName table);

    /** A check {@code column is not null} as it is now, whatever its name. */
    Optional<KnownConstraint> findNotNullCheck(QualifiedName table, Identifier column);

    /** The checks of a table as they are now. */
    List<KnownConstraint> findChecks(QualifiedName table);

    /** What a table is partitioned by, as written: {@code range (created_at)}. */
    Optional<String> findPartitioning(QualifiedName table);

    /** The default partition of a table. */
    Optional<QualifiedName> findDefaultPartition(QualifiedName table);

    /** The checks that a column's values must pass. */
    List<KnownConstraint> checksOf(QualifiedName table, Identifier column);

    /** The columns, as far as they are known, of a table that others may use and that was dropped earlier in the same run. */
    Optional<Set<Identifier>> findDropped(QualifiedName table);

    /** Every column of a type that is not built in. */
    List<KnownColumn> columnsOf(QualifiedName type);

    /** The table of an index, where its definition was seen. */
    Optional<QualifiedName> findTableOfIndex(QualifiedName index);

    /** An index of the database at hand. */
    Optional<IndexUse> findIndex(QualifiedName index);

    /** How many rows a table has in the database at hand, and how much room it takes. */
    Optional<TableSize> findSize(QualifiedName table);

    /** A column that an earlier statement made. */
    record KnownColumn(QualifiedName table, Identifier name) {}

    /**
     * A constraint that an earlier statement added.
     *
     * @param constraint as it was added
     * @param isValid    whether it holds for all rows by now
     * @param isFresh    whether it was added in the transaction that is still open
     */
    record KnownConstraint(Constraint constraint, boolean isValid, boolean isFresh) {}
}
