package dev.migrations.ddl;

import dev.migrations.script.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE TABLE}, {@code CREATE TABLE AS} and {@code SELECT … INTO}.
 *
 * @param temporary   whether it is gone with the session
 * @param partitionOf its parent, where it is a partition; else null
 * @param constraints of the table; those in a column are the column's
 */
public record CreateTable(
        Place place,
        QualifiedName table,
        boolean ifNotExists,
        boolean temporary,
        @Nullable QualifiedName partitionOf,
        List<ColumnDefinition> columns,
        List<Constraint> constraints)
        implements DdlStatement {

    public CreateTable {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
    }
}
