package dev.migrations.rule;

import dev.migrations.script.QualifiedName;
import java.util.Optional;

/** How large the tables of the database at hand are. */
@FunctionalInterface
public interface TableSizes {

    /** No database is at hand. */
    TableSizes UNKNOWN = table -> Optional.empty();

    /** Empty where the table is not there, or nothing is known. */
    Optional<TableSize> find(QualifiedName table);
}
