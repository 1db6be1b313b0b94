package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.SchemaObject;
import java.util.Set;

/** How objects of one kind are said in DDL. */
interface Form {

    /** What {@link #make} says; all else is said afterwards, as a change of what was just made. */
    Set<Attribute> said();

    void make(SchemaObject object, Script script);

    default void drop(SchemaObject object, Phase phase, Script script) {
        script.say(phase, object.name(), "drop " + SqlName.reference(object.name()));
    }

    /** Says what becomes of one attribute, if it can; what comes about by itself counts as said. */
    boolean say(AttributeChange change, SchemaObject object, Script script);

    /** Whether the way from one to the other is to drop it and to make it anew. */
    default boolean isRemade(SchemaObject before, SchemaObject after, Passage passage) {
        return !before.values(Attribute.DEFINITION).equals(after.values(Attribute.DEFINITION));
    }

    /** Whether nothing is lost when it is dropped and made anew. */
    default boolean canBeRemade(SchemaObject object) {
        return true;
    }
}
