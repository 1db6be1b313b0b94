package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.ColumnDefinition;
import dev.migrations.ddl.CreateTable;
import dev.migrations.ddl.DataType;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Place;
import dev.migrations.ddl.TableAction.AddColumn;
import dev.migrations.ddl.TableAction.ChangeType;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column to which a statement gives a type.
 *
 * @param place      where that starts
 * @param definition null where the type of a column that is there changes
 * @param addition   null unless the column comes to a table that is there
 */
record TypedColumn(
        Place place,
        QualifiedName table,
        Identifier name,
        DataType type,
        @Nullable ColumnDefinition definition,
        @Nullable AddColumn addition) {

    boolean isAdded() {
        return addition != null;
    }

    /** Those of a statement; what is gone with the session is nobody's burden later. */
    static List<TypedColumn> of(DdlStatement statement) {
        if (statement instanceof CreateTable create && !create.temporary()) {
            return create.columns().stream()
                    .map(column -> defined(create.table(), column, null))
                    .toList();
        }
        if (statement instanceof AlterTable alter) {
            return Stream.concat(
                            alter.actions(AddColumn.class).stream()
                                    .map(add -> defined(alter.table(), add.column(), add)),
                            alter.actions(ChangeType.class).stream().map(change -> changed(alter.table(), change)))
                    .toList();
        }
        return List.of();
    }

    private static TypedColumn defined(QualifiedName table, ColumnDefinition column, @Nullable AddColumn addition) {
        return new TypedColumn(column.place(), table, column.name(), column.type(), column, addition);
    }

    private static TypedColumn changed(QualifiedName table, ChangeType change) {
        return new TypedColumn(change.place(), table, change.column(), change.type(), null, null);
    }

    /** The advice to write another type: the column as it should stand, where it stands in a table's definition. */
    String advice(String why, String newType, Surroundings around) {
        if (definition == null) {
            return why
                    + (around.isCold(table)
                            ? ": alter column %s type %s".formatted(name, spread(newType))
                            : ", in a second column that a trigger keeps in step: fill the old rows by a backfill, let the application move over, and drop the old column last"
                                    + Batches.keyAdvice(around.schema(), table));
        }
        return isAdded() ? why : why + ", and write: " + written(definition, newType);
    }

    /** The same with another type as SQL; none for a column of a table that is being made, which the advice holds. */
    String[] safeSql(String newType, Surroundings around) {
        if (definition == null) {
            return around.isCold(table)
                    ? new String[0]
                    : SecondColumn.retyped(table, name, spread(newType)).files(around);
        }
        if (addition == null) {
            return new String[0];
        }
        var column = written(definition, newType);
        return new String[] {
            "alter table %s add column %s%s;".formatted(table, addition.ifNotExists() ? "if not exists " : "", column)
        };
    }

    private String written(ColumnDefinition column, String newType) {
        return ColumnText.withType(column, spread(newType));
    }

    private String spread(String newType) {
        return type.isArray() ? newType + "[]" : newType;
    }
}
