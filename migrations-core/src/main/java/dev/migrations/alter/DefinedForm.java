package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.Optional;
import java.util.Set;

/** What the server itself defines in a whole statement, and schemas, which have nothing to define. */
final class DefinedForm implements Form {

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.DEFINITION);
    }

    @Override
    public void make(SchemaObject object, Script script) {
        var name = object.name();
        if (name.kind() != ObjectKind.TRIGGER || !Parents.isCopyOfTrigger(name, script.passage())) {
            script.say(
                    Phase.CHANGE,
                    name,
                    object.find(Attribute.DEFINITION)
                            .map(Definitions::statement)
                            .orElse("create " + SqlName.reference(name)));
        }
    }

    @Override
    public void drop(SchemaObject object, Phase phase, Script script) {
        var original = object.kind() == ObjectKind.TRIGGER
                ? Parents.findOriginal(object.name(), script.passage())
                : Optional.<SchemaObject>empty();
        if (original.isPresent()) {
            enable(object.name(), original.get().find(Attribute.ENABLED).orElse("origin"), script);
        } else {
            Form.super.drop(object, phase, script);
        }
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        var name = object.name();
        var value = change.to().isEmpty() ? "" : change.to().get(0);
        switch (change.attribute()) {
            case ENABLED -> enable(name, value, script);
            case STATISTICS ->
                script.say(
                        Phase.CHANGE,
                        name,
                        "alter " + SqlName.reference(name) + " set statistics " + (value.isEmpty() ? "-1" : value));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void enable(ObjectName name, String state, Script script) {
        var word =
                switch (state) {
                    case "disabled" -> "disable";
                    case "always", "replica" -> "enable " + state;
                    default -> "enable";
                };
        script.say(
                Phase.CHANGE,
                name,
                name.kind() == ObjectKind.EVENT_TRIGGER
                        ? "alter " + SqlName.reference(name) + " " + word
                        : "alter table " + SqlName.whole(name) + " " + word + " " + name.kind() + " "
                                + SqlName.quoted(name.name()));
    }
}
