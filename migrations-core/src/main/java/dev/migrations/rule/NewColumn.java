package dev.migrations.rule;

import dev.migrations.ddl.ColumnDefinition;
import dev.migrations.ddl.ColumnDefinition.Generation;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a table gets a column whose values differ from row to row, without being written anew at once. */
record NewColumn(QualifiedName table, ColumnDefinition column) {

    /** Whether a sequence numbers its rows. */
    boolean isNumbered() {
        return column.type().isSerial() || column.generation() == Generation.IDENTITY;
    }

    /** Adds it empty; new rows get their values from then on. */
    String addEmpty() {
        var name = column.name();
        var added = "alter table %s add column %s %s;".formatted(table, name, type());
        if (isNumbered()) {
            added += "\ncreate sequence %s as %s owned by %s.%s;".formatted(sequence(), type(), table, name);
        }
        var value = value();
        return value == null
                ? added
                : added + "\nalter table %s alter column %s set default %s;".formatted(table, name, value);
    }

    /** Gives the old rows their values, where it has any. */
    Optional<String> fill() {
        return Optional.ofNullable(value()).map(value -> Batches.fillingWithoutKey(table, column.name(), value));
    }

    private @Nullable String value() {
        if (isNumbered()) {
            return "nextval(%s)".formatted(SqlText.literal(sequence().sql()));
        }
        return column.defaultValue() == null ? null : column.defaultValue().text();
    }

    private QualifiedName sequence() {
        var name = new Identifier(table.name() + "_" + column.name().name() + "_seq");
        return new QualifiedName(table.schema(), name.name());
    }

    private String type() {
        if (!column.type().isSerial()) {
            return column.type().written();
        }
        return switch (column.type().name()) {
            case "int2" -> "smallint";
            case "int8" -> "bigint";
            default -> "integer";
        };
    }
}
