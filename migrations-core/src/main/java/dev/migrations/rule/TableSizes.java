package dev.migrations.rule;

import dev.migrations.script.QualifiedName;
import java.util.Optional;

/** How large the tables of the database at hand are, and how their indexes are used. */
@FunctionalInterface
public interface TableSizes {

    /** No database is at hand. */
    TableSizes UNKNOWN = table -> Optional.empty();

    /** Empty where the table is not there, or nothing is known. */
    Optional<TableSize> find(QualifiedName table);

    /** Empty where the index is not there, or nothing is known. */
    default Optional<IndexUse> findIndex(QualifiedName index) {
        return Optional.empty();
    }
}
