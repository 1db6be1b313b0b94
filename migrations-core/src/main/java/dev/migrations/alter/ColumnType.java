package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.List;

/** Another type or another expression for a column. */
final class ColumnType {

    private ColumnType() {}

    static boolean say(AttributeChange change, SchemaObject column, ObjectName whole, Script script) {
        var name = column.name();
        if (Parents.passesOn(whole, name.name(), change, script.passage())) {
            return true;
        }
        var alter = "alter " + SqlName.reference(whole)
                + (whole.kind() == ObjectKind.TYPE ? " alter attribute " : " alter column ")
                + SqlName.quoted(name.name()) + " ";
        if (whole.kind() == ObjectKind.TYPE) {
            script.say(
                    Phase.CHANGE, name, alter + "type " + ColumnForm.type(column) + TypeForm.toTables(whole, script));
            return true;
        }
        var before = find(script, whole, name);
        var hadDefault =
                before.stream().anyMatch(each -> each.find(Attribute.DEFAULT).isPresent());
        if (hadDefault) {
            script.say(Phase.CLEAR, name, ColumnForm.alterColumn(name, whole, script) + "drop default");
        }
        script.say(Phase.CHANGE, name, alter + "type " + ColumnForm.type(column) + using(change, column, before));
        if (hadDefault) {
            column.find(Attribute.DEFAULT)
                    .ifPresent(value -> script.say(
                            Phase.CHANGE, name, ColumnForm.alterColumn(name, whole, script) + "set default " + value));
        }
        return true;
    }

    /** As not every type becomes another by itself. */
    private static String using(AttributeChange change, SchemaObject column, List<SchemaObject> before) {
        var generated =
                before.stream().anyMatch(each -> each.find(Attribute.GENERATED).isPresent());
        return change.attribute() == Attribute.COLLATION || generated
                ? ""
                : " using " + SqlName.quoted(column.name().name()) + "::"
                        + column.find(Attribute.TYPE).orElse("text");
    }

    static boolean sayGenerated(AttributeChange change, SchemaObject column, ObjectName whole, Script script) {
        var name = column.name();
        var from = change.from().isEmpty() ? "" : change.from().get(0);
        var to = change.to().isEmpty() ? "" : change.to().get(0);
        var alter = ColumnForm.alterColumn(name, whole, script);
        if (to.isEmpty() && from.endsWith(" STORED")) {
            script.say(Phase.CHANGE, name, alter + "drop expression");
        } else if (script.passage().majorVersion() >= 17
                && !from.isEmpty()
                && to.startsWith("ALWAYS AS ")
                && kept(from).equals(kept(to))) {
            script.say(
                    Phase.CHANGE,
                    name,
                    alter + "set expression as " + to.substring("ALWAYS AS ".length(), to.lastIndexOf(' ')));
        } else {
            script.cannot(name, change, "a column stays generated or not; drop it and add another one");
        }
        return true;
    }

    private static String kept(String generated) {
        return generated.substring(generated.lastIndexOf(' ') + 1);
    }

    private static List<SchemaObject> find(Script script, ObjectName whole, ObjectName column) {
        return script.passage().findBefore(whole).stream()
                .flatMap(table -> table.parts(ObjectKind.COLUMN).stream())
                .filter(each -> each.name().equals(column))
                .toList();
    }
}
