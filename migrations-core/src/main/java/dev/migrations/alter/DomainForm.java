package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.SchemaObject;
import java.util.Set;

/** Domains; their checks are parts of their own. */
final class DomainForm implements Form {

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.TYPE, Attribute.COLLATION, Attribute.NOT_NULL, Attribute.DEFAULT);
    }

    @Override
    public void make(SchemaObject object, Script script) {
        script.say(
                Phase.CHANGE,
                object.name(),
                "create " + SqlName.reference(object.name()) + " as " + ColumnForm.type(object)
                        + object.find(Attribute.DEFAULT)
                                .map(value -> " default " + value)
                                .orElse("")
                        + object.find(Attribute.NOT_NULL)
                                .map(name ->
                                        (name.equals("yes") ? "" : " constraint " + SqlName.quoted(name)) + " not null")
                                .orElse(""));
    }

    @Override
    public boolean isRemade(SchemaObject before, SchemaObject after, Passage passage) {
        return !ColumnForm.type(before).equals(ColumnForm.type(after));
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        var alter = "alter " + SqlName.reference(object.name()) + " ";
        var value = change.to().isEmpty() ? "" : change.to().get(0);
        if (change.attribute() == Attribute.DEFAULT) {
            script.say(
                    Phase.CHANGE, object.name(), alter + (value.isEmpty() ? "drop default" : "set default " + value));
        } else if (change.attribute() == Attribute.NOT_NULL) {
            if (value.isEmpty()) {
                script.say(Phase.CHANGE, object.name(), alter + "drop not null");
            } else if (!change.from().isEmpty()) {
                script.say(
                        Phase.CHANGE,
                        object.name(),
                        alter + "rename constraint "
                                + SqlName.quoted(change.from().get(0)) + " to " + SqlName.quoted(value));
            } else {
                script.say(
                        Phase.CHANGE,
                        object.name(),
                        alter
                                + (value.equals("yes")
                                        ? "set not null"
                                        : "add constraint " + SqlName.quoted(value) + " not null"));
            }
        } else {
            return false;
        }
        return true;
    }
}
