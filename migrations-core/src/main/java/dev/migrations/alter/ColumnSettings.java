package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.Set;

/** How a column's values are kept and counted. */
final class ColumnSettings {

    /** Of their types, kept in line where they can be; all others of variable length are moved out first. */
    private static final Set<String> MAIN_BY_DEFAULT =
            Set.of("numeric", "inet", "cidr", "tsquery", "int2vector", "oidvector");

    private ColumnSettings() {}

    static boolean say(AttributeChange change, SchemaObject column, ObjectName whole, Script script) {
        var alter = ColumnForm.alterColumn(column.name(), whole, script);
        var value = change.to().isEmpty() ? "" : change.to().get(0);
        switch (change.attribute()) {
            case STORAGE ->
                script.say(
                        Phase.CHANGE,
                        column.name(),
                        alter + "set storage " + (value.isEmpty() ? usualStorage(column) : value));
            case COMPRESSION ->
                script.say(
                        Phase.CHANGE,
                        column.name(),
                        alter + "set compression " + (value.isEmpty() ? "default" : value));
            case STATISTICS ->
                script.say(Phase.CHANGE, column.name(), alter + "set statistics " + (value.isEmpty() ? "-1" : value));
            case OPTIONS ->
                OptionList.changes(change.from(), change.to())
                        .forEach(what -> script.say(Phase.CHANGE, column.name(), alter + what));
            case FOREIGN_OPTIONS -> {
                var options = OptionList.foreignChanges(change.from(), change.to());
                if (!options.isEmpty()) {
                    script.say(Phase.CHANGE, column.name(), alter + options);
                }
                if (OptionList.hasSecret(change.from(), change.to())) {
                    script.cannot(column.name(), change, ForeignForm.SECRET);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code default} is a word for it from PostgreSQL 16 on. */
    private static String usualStorage(SchemaObject column) {
        var type = column.find(Attribute.TYPE).orElse("").replaceFirst("\\(.*", "");
        return MAIN_BY_DEFAULT.contains(type) ? "main" : "extended";
    }
}
