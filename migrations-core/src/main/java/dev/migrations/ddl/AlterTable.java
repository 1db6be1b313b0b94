package dev.migrations.ddl;

import dev.migrations.script.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TABLE}.
 *
 * @param only    {@code ONLY}: partitions and children are left out
 * @param actions in the order in which they stand
 */
public record AlterTable(Place place, QualifiedName table, boolean ifExists, boolean only, List<TableAction> actions)
        implements DdlStatement {

    public AlterTable {
        actions = List.copyOf(actions);
    }

    /** Its sub-commands of one kind. */
    public <T extends TableAction> List<T> actions(Class<T> kind) {
        return actions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public List<ColumnDefinition> columns() {
        return actions(TableAction.AddColumn.class).stream()
                .map(TableAction.AddColumn::column)
                .toList();
    }
}
