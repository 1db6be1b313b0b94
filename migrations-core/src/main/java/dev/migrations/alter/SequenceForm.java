package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.SchemaObject;
import java.util.EnumSet;
import java.util.Set;

/** Sequences of their own. */
final class SequenceForm implements Form {

    private static final Set<Attribute> SAID = EnumSet.copyOf(SequenceOptions.ALL);

    static {
        SAID.addAll(Set.of(Attribute.TYPE, Attribute.PERSISTENCE));
    }

    @Override
    public Set<Attribute> said() {
        return SAID;
    }

    @Override
    public void make(SchemaObject object, Script script) {
        var type = object.find(Attribute.TYPE).orElse("bigint");
        script.say(
                Phase.CHANGE,
                object.name(),
                "create "
                        + object.find(Attribute.PERSISTENCE)
                                .map(value -> value + " ")
                                .orElse("")
                        + SqlName.reference(object.name())
                        + (type.equals("bigint") ? "" : " as " + type)
                        + SequenceOptions.given(object));
    }

    @Override
    public boolean canBeRemade(SchemaObject object) {
        return false;
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        var name = object.name();
        var alter = "alter " + SqlName.reference(name);
        if (change.attribute() == Attribute.TYPE || SequenceOptions.ALL.contains(change.attribute())) {
            script.say(
                    Phase.CHANGE,
                    name,
                    alter + " as " + object.find(Attribute.TYPE).orElse("bigint")
                            + SequenceOptions.all(object, " ")
                            + (isTurned(object, script) ? " restart" : ""));
        } else if (change.attribute() == Attribute.PERSISTENCE) {
            script.say(
                    Phase.CHANGE,
                    name,
                    alter + " set " + object.find(Attribute.PERSISTENCE).orElse("logged"));
        } else if (change.attribute() == Attribute.OWNED_BY) {
            sayOwner(change, alter, object, script);
        } else {
            return false;
        }
        return true;
    }

    /** Where it was is outside of its limits when it counts the other way. */
    private static boolean isTurned(SchemaObject object, Script script) {
        return isDown(script.passage().before(object.name())) != isDown(object);
    }

    private static boolean isDown(SchemaObject sequence) {
        return sequence.find(Attribute.INCREMENT).orElse("1").startsWith("-");
    }

    private static void sayOwner(AttributeChange change, String alter, SchemaObject object, Script script) {
        if (!change.from().isEmpty()) {
            script.say(Phase.CLEAR, object.name(), alter + " owned by none");
        }
        change.to().forEach(column -> script.say(Phase.TIE, object.name(), alter + " owned by " + column));
    }
}
