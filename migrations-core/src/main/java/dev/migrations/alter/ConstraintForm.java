package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.Set;

/** Constraints of tables and domains but for NOT NULL, which is a column's. */
final class ConstraintForm implements Form {

    private static final String NOT_VALID = " NOT VALID";

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.DEFINITION, Attribute.INHERITED);
    }

    /** A key of a partitioned table is put together from those of its partitions. */
    @Override
    public void make(SchemaObject object, Script script) {
        var whole = script.passage().whole(object.name());
        var definition = object.find(Attribute.DEFINITION).orElse("");
        var partitioned = script.passage()
                .findAfter(whole)
                .flatMap(table -> table.find(Attribute.PARTITION_BY))
                .isPresent();
        var isKey = definition.startsWith("PRIMARY KEY")
                || definition.startsWith("UNIQUE")
                || definition.startsWith("EXCLUDE");
        script.say(
                definition.startsWith("FOREIGN KEY") ? Phase.TIE : Phase.CHANGE,
                object.name(),
                alter(whole, partitioned && isKey) + " add constraint "
                        + SqlName.quoted(object.name().name()) + " " + definition);
    }

    @Override
    public void drop(SchemaObject object, Phase phase, Script script) {
        script.say(
                phase,
                object.name(),
                alter(script.passage().whole(object.name()), false) + " drop constraint "
                        + SqlName.quoted(object.name().name()));
    }

    private static String alter(ObjectName whole, boolean alone) {
        return "alter " + whole.kind() + (alone ? " only " : " ") + SqlName.of(whole);
    }

    @Override
    public boolean isRemade(SchemaObject before, SchemaObject after, Passage passage) {
        return Form.super.isRemade(before, after, passage) && !isValidated(before, after);
    }

    private static boolean isValidated(SchemaObject before, SchemaObject after) {
        return before.find(Attribute.DEFINITION)
                .equals(after.find(Attribute.DEFINITION).map(text -> text + NOT_VALID));
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        var name = object.name();
        var passage = script.passage();
        var whole = passage.whole(name);
        switch (change.attribute()) {
            case DEFINITION -> {
                if (!isValidated(passage.before(name), object)) {
                    return false;
                }
                script.say(
                        Phase.CHANGE,
                        name,
                        alter(whole, false) + " validate constraint " + SqlName.quoted(name.name()));
            }
            case INHERITED -> {
                return sayOwn(change, object, whole, script);
            }
            case INDEX_COMMENT -> CommonSettings.comment(name, "index " + SqlName.of(name), change.to(), script);
            case COMMENT ->
                CommonSettings.comment(
                        name,
                        "constraint " + SqlName.quoted(name.name()) + " on "
                                + (whole.kind() == ObjectKind.DOMAIN ? "domain " : "") + SqlName.of(whole),
                        change.to(),
                        script);
            default -> {
                return IndexSettings.say(change, object, script);
            }
        }
        return true;
    }

    /** One that a table has from its parents is its own as well once it is added, and when the parent is let go. */
    private boolean sayOwn(AttributeChange change, SchemaObject object, ObjectName table, Script script) {
        if (!change.to().isEmpty()) {
            return false;
        }
        if (script.passage()
                .after(table)
                .values(Attribute.INHERITS)
                .containsAll(script.passage().before(table).values(Attribute.INHERITS))) {
            make(object, script);
        }
        return true;
    }
}
