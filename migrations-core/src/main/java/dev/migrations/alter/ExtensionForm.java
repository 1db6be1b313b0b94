package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.SchemaObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Extensions, which go forward only. */
final class ExtensionForm implements Form {

    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.IN_SCHEMA, Attribute.VERSION, Attribute.COMMENT);
    }

    /** It brings a comment of its own. */
    @Override
    public void make(SchemaObject object, Script script) {
        var reference = SqlName.reference(object.name());
        script.say(
                Phase.CHANGE,
                object.name(),
                "create " + reference
                        + object.find(Attribute.IN_SCHEMA)
                                .map(schema -> " schema " + SqlName.quoted(schema))
                                .orElse("")
                        + object.find(Attribute.VERSION)
                                .map(version -> " version " + SqlName.literal(version))
                                .orElse(""));
        CommonSettings.comment(object.name(), reference, object.values(Attribute.COMMENT), script);
    }

    @Override
    public boolean canBeRemade(SchemaObject object) {
        return false;
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        var alter = "alter " + SqlName.reference(object.name());
        if (change.to().isEmpty()) {
            return false;
        }
        var value = change.to().get(0);
        if (change.attribute() == Attribute.IN_SCHEMA) {
            script.say(Phase.CHANGE, object.name(), alter + " set schema " + SqlName.quoted(value));
        } else if (change.attribute() == Attribute.VERSION && isLater(value, change.from())) {
            script.say(Phase.CHANGE, object.name(), alter + " update to " + SqlName.literal(value));
        } else if (change.attribute() == Attribute.VERSION) {
            script.cannot(
                    object.name(),
                    change,
                    "few extensions have a way back to an older version; look for a script of its own");
        } else {
            return false;
        }
        return true;
    }

    private static boolean isLater(String version, List<String> before) {
        var old = before.isEmpty() ? "" : before.get(0);
        return !NUMBERS.matcher(version).matches()
                || !NUMBERS.matcher(old).matches()
                || Arrays.compare(numbers(version), numbers(old)) > 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
