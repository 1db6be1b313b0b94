package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.SchemaObject;
import java.util.Set;

/** Functions and procedures, which are replaced where their arguments and their result are the same. */
final class RoutineForm implements Form {

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.DEFINITION);
    }

    @Override
    public void make(SchemaObject object, Script script) {
        replace(object, script);
    }

    @Override
    public boolean isRemade(SchemaObject before, SchemaObject after, Passage passage) {
        return !head(before).equals(head(after)) || isWindow(before) != isWindow(after);
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        if (change.attribute() == Attribute.DEFINITION
                && !script.passage().fate(object.name()).isMade()
                && !isRemade(script.passage().before(object.name()), object, script.passage())) {
            replace(object, script);
            return true;
        }
        return false;
    }

    private static void replace(SchemaObject object, Script script) {
        object.find(Attribute.DEFINITION)
                .ifPresent(text -> script.say(Phase.CHANGE, object.name(), Definitions.statement(text)));
    }

    private static boolean isWindow(SchemaObject routine) {
        return routine.find(Attribute.DEFINITION).orElse("").contains("\n WINDOW");
    }

    /** Name, arguments and result. */
    private static String head(SchemaObject routine) {
        var text = routine.find(Attribute.DEFINITION).orElse("");
        var end = text.indexOf("\n LANGUAGE ");
        return end < 0 ? text : text.substring(0, end);
    }
}
