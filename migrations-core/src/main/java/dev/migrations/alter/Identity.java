package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;

/** Identity columns, and the sequences behind them. */
final class Identity {

    private Identity() {}

    /** Such as {@code generated always as identity (start 10)}. */
    static String generated(SchemaObject column) {
        var options = column.find(Attribute.SEQUENCE)
                        .map(name -> " sequence name " + name)
                        .orElse("")
                + SequenceOptions.given(column);
        return "generated " + column.find(Attribute.IDENTITY).orElse("always") + " as identity"
                + (options.isEmpty() ? "" : " (" + options.strip() + ")");
    }

    static boolean say(AttributeChange change, SchemaObject column, ObjectName whole, Script script) {
        var name = column.name();
        var alter = ColumnForm.alterColumn(name, whole, script);
        var before = script.passage().findBefore(whole).stream()
                .flatMap(table -> table.parts(ObjectKind.COLUMN).stream())
                .filter(each -> each.name().equals(name))
                .filter(each -> each.find(Attribute.IDENTITY).isPresent()
                        && !script.passage().fate(whole).isMade())
                .findFirst();
        var is = column.find(Attribute.IDENTITY).isPresent();
        if (change.attribute() == Attribute.IDENTITY) {
            sayKind(change, column, alter, script);
        } else if (!is) {
            // what is said of its sequence goes with it
            return before.isPresent();
        } else if (change.attribute() == Attribute.SEQUENCE_GRANTS) {
            return GrantChange.on("sequence " + sequence(column)).say(change, name, script);
        } else if (change.attribute() == Attribute.SEQUENCE_COMMENT) {
            CommonSettings.comment(name, "sequence " + sequence(column), change.to(), script);
        } else if (before.isEmpty()) {
            return true;
        } else if (change.attribute() == Attribute.SEQUENCE) {
            return rename(sequence(before.get()), sequence(column), name, script);
        } else {
            script.say(Phase.CHANGE, name, alter.strip() + SequenceOptions.all(column, " set "));
        }
        return true;
    }

    private static void sayKind(AttributeChange change, SchemaObject column, String alter, Script script) {
        if (change.to().isEmpty()) {
            script.say(Phase.CLEAR, column.name(), alter + "drop identity");
        } else if (change.from().isEmpty()) {
            script.say(Phase.CHANGE, column.name(), alter + "add " + generated(column));
        } else {
            script.say(
                    Phase.CHANGE,
                    column.name(),
                    alter + "set generated " + change.to().get(0));
        }
    }

    /** It stays in the schema of its table. */
    private static boolean rename(String from, String to, ObjectName column, Script script) {
        var schema = SqlName.quoted(column.schema()) + ".";
        if (!from.startsWith(schema) || !to.startsWith(schema)) {
            return false;
        }
        script.say(Phase.CHANGE, column, "alter sequence " + from + " rename to " + to.substring(schema.length()));
        return true;
    }

    private static String sequence(SchemaObject column) {
        var name = column.name();
        return column.find(Attribute.SEQUENCE)
                .orElse(SqlName.qualified(name.schema(), name.relation() + "_" + name.name() + "_seq"));
    }
}
