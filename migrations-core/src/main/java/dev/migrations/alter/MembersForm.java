package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What consists of members: operator families and classes, and text search configurations with their mappings. */
final class MembersForm implements Form {

    private static final Pattern STORAGE = Pattern.compile(" STORAGE (.+)$");
    private static final Pattern OPERATOR = Pattern.compile("(OPERATOR [0-9]+) .*?(\\([^()]*\\)).*");
    private static final Pattern FUNCTION = Pattern.compile("(FUNCTION [0-9]+ \\([^()]*\\)).*");

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.DEFINITION);
    }

    @Override
    public void make(SchemaObject object, Script script) {
        var name = object.name();
        if (name.kind() == ObjectKind.OPERATOR_CLASS) {
            makeClass(object, script);
            return;
        }
        script.say(Phase.CHANGE, name, object.find(Attribute.DEFINITION).orElse("create " + SqlName.reference(name)));
    }

    private static void makeClass(SchemaObject object, Script script) {
        var definition = object.find(Attribute.DEFINITION).orElse("");
        var storage = STORAGE.matcher(definition);
        var items = new ArrayList<>(object.values(Attribute.MEMBERS));
        if (storage.find()) {
            items.add("STORAGE " + storage.group(1));
        }
        if (items.isEmpty()) {
            items.add("STORAGE " + type(definition));
        }
        script.say(
                Phase.CHANGE,
                object.name(),
                "create operator class " + SqlName.qualified(object.name().schema(), SqlName.bare(object.name())) + " "
                        + storage.replaceFirst("") + " as\n    " + String.join(",\n    ", items));
    }

    /** What is kept is then of the type itself, which is one way to say nothing where something has to be said. */
    private static String type(String definition) {
        return definition.replaceFirst("^(?:DEFAULT )?FOR TYPE ", "").replaceFirst(" USING .*", "");
    }

    /** The members of a class are not to be changed. */
    @Override
    public boolean isRemade(SchemaObject before, SchemaObject after, Passage passage) {
        return Form.super.isRemade(before, after, passage)
                || (before.kind() == ObjectKind.OPERATOR_CLASS
                        && !before.values(Attribute.MEMBERS).equals(after.values(Attribute.MEMBERS)));
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        if (change.attribute() != Attribute.MEMBERS) {
            return false;
        }
        if (object.kind() == ObjectKind.OPERATOR_CLASS) {
            return script.passage().fate(object.name()).isMade();
        }
        var alter = "alter " + SqlName.reference(object.name());
        var gone = minus(change.from(), change.to());
        var added = minus(change.to(), change.from());
        if (object.kind() == ObjectKind.OPERATOR_FAMILY) {
            gone.forEach(member -> script.say(Phase.CLEAR, object.name(), alter + " drop " + signature(member)));
            added.forEach(member -> script.say(Phase.CHANGE, object.name(), alter + " add " + member));
        } else {
            gone.forEach(member -> script.say(
                    Phase.CLEAR, object.name(), alter + " drop mapping for " + member.replaceFirst(": .*", "")));
            added.forEach(member -> script.say(
                    Phase.CHANGE, object.name(), alter + " add mapping for " + member.replaceFirst(": ", " with ")));
        }
        return true;
    }

    /** {@code OPERATOR 1 >(integer,bigint)} is dropped by its number and its types. */
    private static String signature(String member) {
        var operator = OPERATOR.matcher(member);
        if (operator.matches()) {
            return operator.group(1) + " " + operator.group(2);
        }
        return FUNCTION.matcher(member).replaceFirst("$1");
    }

    private static List<String> minus(List<String> some, List<String> others) {
        return some.stream().filter(member -> !others.contains(member)).toList();
    }
}
