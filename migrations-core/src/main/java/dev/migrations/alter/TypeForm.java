package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Enums, composites, ranges and types of one's own. */
final class TypeForm implements Form {

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.TYPE, Attribute.LABELS, Attribute.DEFINITION);
    }

    @Override
    public void make(SchemaObject object, Script script) {
        var name = object.name();
        var create = "create " + SqlName.reference(name);
        switch (object.find(Attribute.TYPE).orElse("")) {
            case "enum" ->
                script.say(
                        Phase.CHANGE,
                        name,
                        create + " as enum "
                                + object.values(Attribute.LABELS).stream()
                                        .map(SqlName::literal)
                                        .collect(Collectors.joining(", ", "(", ")")));
            case "composite" -> script.say(Phase.CHANGE, name, create + " as " + attributes(object));
            default -> {
                if (BaseTypes.isNamedFirst(object)
                        || object.find(Attribute.DEFINITION).isEmpty()) {
                    script.say(Phase.CHANGE, name, create);
                }
                define(object, script);
            }
        }
    }

    private static void define(SchemaObject type, Script script) {
        type.find(Attribute.DEFINITION)
                .ifPresent(text -> script.complete(type.name(), text, BaseTypes.place(type.name(), script.passage())));
    }

    private static String attributes(SchemaObject type) {
        return type.parts(ObjectKind.COLUMN).stream()
                .map(column -> SqlName.quoted(column.name().name()) + " " + ColumnForm.type(column))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public void drop(SchemaObject object, Phase phase, Script script) {
        script.say(
                phase,
                object.name(),
                "drop " + SqlName.reference(object.name()) + (BaseTypes.takesFunctionsAlong(object) ? " cascade" : ""));
    }

    @Override
    public boolean isRemade(SchemaObject before, SchemaObject after, Passage passage) {
        return !isDefinedNow(before, after)
                && (Form.super.isRemade(before, after, passage)
                        || !before.values(Attribute.TYPE).equals(after.values(Attribute.TYPE))
                        || !isSublist(before.values(Attribute.LABELS), after.values(Attribute.LABELS))
                        || isInAnotherOrder(columns(before), columns(after)));
    }

    /** Whether what had but a name gets the rest. */
    private static boolean isDefinedNow(SchemaObject before, SchemaObject after) {
        return before.find(Attribute.TYPE).filter("shell"::equals).isPresent()
                && after.find(Attribute.DEFINITION).isPresent();
    }

    private static List<String> columns(SchemaObject type) {
        return type.parts(ObjectKind.COLUMN).stream()
                .map(column -> column.name().name())
                .toList();
    }

    private static boolean isInAnotherOrder(List<String> some, List<String> others) {
        return !isSublist(some, others) && !isSublist(others, some);
    }

    private static boolean isSublist(List<String> some, List<String> all) {
        return all.stream().filter(some::contains).toList().equals(some);
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        var before = script.passage().findBefore(object.name());
        if (before.filter(old -> isDefinedNow(old, object)).isPresent()) {
            if (change.attribute() == Attribute.TYPE || change.attribute() == Attribute.DEFINITION) {
                define(object, script);
                return true;
            }
        } else if (change.attribute() == Attribute.LABELS && isSublist(change.from(), change.to())) {
            sayLabels(change, object, script);
            return true;
        } else if (change.attribute() == Attribute.LABELS) {
            script.cannot(
                    object.name(),
                    change,
                    "an enum keeps its labels and their order; a label may be called otherwise, as in `alter "
                            + SqlName.reference(object.name()) + " rename value`");
            return true;
        }
        return false;
    }

    private static void sayLabels(AttributeChange change, SchemaObject type, Script script) {
        var to = change.to();
        for (var i = 0; i < to.size(); i++) {
            if (!change.from().contains(to.get(i))) {
                var place = i > 0
                        ? " after " + SqlName.literal(to.get(i - 1))
                        : to.size() > 1
                                ? " before " + SqlName.literal(change.from().get(0))
                                : "";
                script.say(
                        Phase.CHANGE,
                        type.name(),
                        "alter " + SqlName.reference(type.name()) + " add value " + SqlName.literal(to.get(i)) + place);
            }
        }
    }

    /** The word for tables that are of a composite type. */
    static String toTables(ObjectName type, Script script) {
        return script.passage().beforeOrder().neededBy(type).stream()
                        .flatMap(name -> script.passage().findBefore(name).stream())
                        .anyMatch(table -> table.find(Attribute.OF_TYPE)
                                .filter(SqlName.of(type)::equals)
                                .isPresent())
                ? " cascade"
                : "";
    }
}
