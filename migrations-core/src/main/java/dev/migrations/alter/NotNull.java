package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.List;

/** NOT NULL, which is a constraint with a name from PostgreSQL 18 on, and a mark before. */
final class NotNull {

    private static final String INHERITED = "inherited";
    private static final String NOT_VALID = "not valid";
    private static final String NO_INHERIT = "no inherit";

    private NotNull() {}

    static boolean isSaidWithColumn(SchemaObject column) {
        var values = column.values(Attribute.NOT_NULL);
        return !values.isEmpty() && !values.contains(INHERITED) && !values.contains(NOT_VALID);
    }

    static String text(SchemaObject column) {
        var values = column.values(Attribute.NOT_NULL);
        return (isUsual(column.name(), values.get(0)) ? "" : " constraint " + SqlName.quoted(values.get(0)))
                + " not null" + (values.contains(NO_INHERIT) ? " no inherit" : "");
    }

    /** Whether it is as the server would call it. */
    private static boolean isUsual(ObjectName column, String name) {
        return name.equals("yes") || name.equals(column.relation() + "_" + column.name() + "_not_null");
    }

    static boolean say(AttributeChange change, SchemaObject column, ObjectName whole, Script script) {
        var name = column.name();
        var from = change.from();
        var to = change.to();
        var passedOn = Parents.passesOn(whole, name.name(), change, script.passage());
        if (to.contains(INHERITED)) {
            return passedOn || script.passage().fate(whole).isMade();
        }
        if (passedOn && (from.isEmpty() || to.isEmpty())) {
            return true;
        }
        var alter = "alter " + SqlName.reference(whole) + " ";
        var alterColumn = alter + "alter column " + SqlName.quoted(name.name()) + " ";
        if (to.isEmpty()) {
            script.say(Phase.CHANGE, name, alterColumn + "drop not null");
        } else if (from.isEmpty() || from.contains(INHERITED)) {
            add(column, alter, alterColumn, script);
        } else if (Parents.has(whole, name.name(), Attribute.NOT_NULL, script.passage())) {
            return false;
        } else if (from.subList(1, from.size()).equals(to.subList(1, to.size()))) {
            script.say(
                    Phase.CHANGE,
                    name,
                    alter + "rename constraint " + SqlName.quoted(from.get(0)) + " to " + SqlName.quoted(to.get(0)));
        } else if (isValidatedOnly(from, to)) {
            script.say(Phase.CHANGE, name, alter + "validate constraint " + SqlName.quoted(to.get(0)));
        } else {
            script.say(Phase.CHANGE, name, alter + "drop constraint " + SqlName.quoted(from.get(0)));
            add(column, alter, alterColumn, script);
        }
        return true;
    }

    private static boolean isValidatedOnly(List<String> from, List<String> to) {
        return from.get(0).equals(to.get(0))
                && from.stream()
                        .filter(word -> !word.equals(NOT_VALID))
                        .toList()
                        .equals(to);
    }

    private static void add(SchemaObject column, String alter, String alterColumn, Script script) {
        var name = column.name();
        var values = column.values(Attribute.NOT_NULL);
        if (values.size() == 1 && isUsual(name, values.get(0))) {
            script.say(Phase.CHANGE, name, alterColumn + "set not null");
            return;
        }
        script.say(
                Phase.CHANGE,
                name,
                alter + "add constraint " + SqlName.quoted(values.get(0)) + " not null " + SqlName.quoted(name.name())
                        + values.stream().skip(1).map(word -> " " + word).reduce("", String::concat));
    }

    static void comment(AttributeChange change, SchemaObject column, Script script) {
        var constraint = column.find(Attribute.NOT_NULL);
        constraint.ifPresent(name -> CommonSettings.comment(
                column.name(),
                "constraint " + SqlName.quoted(name) + " on " + SqlName.whole(column.name()),
                change.to(),
                script));
    }
}
