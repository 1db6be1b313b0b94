package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.SchemaObject;
import java.util.Set;

/** Indexes that stand alone. */
final class IndexForm implements Form {

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.DEFINITION);
    }

    @Override
    public void make(SchemaObject object, Script script) {
        object.find(Attribute.DEFINITION).ifPresent(text -> script.say(Phase.CHANGE, object.name(), text));
    }

    @Override
    public void drop(SchemaObject object, Phase phase, Script script) {
        script.say(phase, object.name(), "drop index " + SqlName.of(object.name()));
    }

    /** Another definition, options included; one that was not ready is built again. */
    @Override
    public boolean isRemade(SchemaObject before, SchemaObject after, Passage passage) {
        return Form.super.isRemade(before, after, passage) || isReadyNow(before, after);
    }

    /** One of a partitioned table is ready when those of its partitions are attached. */
    private static boolean isReadyNow(SchemaObject before, SchemaObject after) {
        return before.find(Attribute.VALID).isPresent()
                && after.find(Attribute.VALID).isEmpty()
                && !before.find(Attribute.DEFINITION).orElse("").contains(" ON ONLY ");
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        return change.attribute() == Attribute.STATISTICS
                ? sayStatistics(change, object, script)
                : IndexSettings.say(change, object, script);
    }

    /** By the number of the column, which a snapshot only knows where there is no other. */
    private static boolean sayStatistics(AttributeChange change, SchemaObject index, Script script) {
        var entries = change.to().isEmpty() ? change.from() : change.to();
        if (entries.size() != 1 || keys(index) != 1) {
            return false;
        }
        var target = change.to().isEmpty()
                ? "-1"
                : entries.get(0).substring(entries.get(0).lastIndexOf(' ') + 1);
        script.say(
                Phase.CHANGE,
                index.name(),
                "alter index " + SqlName.of(index.name()) + " alter column 1 set statistics " + target);
        return true;
    }

    /** How many commas are there outside of parentheses within the first ones. */
    private static int keys(SchemaObject index) {
        var text = index.find(Attribute.DEFINITION).orElse("");
        var depth = 0;
        var keys = 1;
        for (var each : text.substring(Math.max(0, text.indexOf('('))).toCharArray()) {
            depth += each == '(' ? 1 : each == ')' ? -1 : 0;
            if (depth == 0) {
                return keys;
            }
            keys += depth == 1 && each == ',' ? 1 : 0;
        }
        return keys;
    }
}
