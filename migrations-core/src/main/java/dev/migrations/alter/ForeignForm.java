package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Foreign data wrappers, servers and user mappings. */
final class ForeignForm implements Form {

    static final String SECRET = "a snapshot does not hold what may be a secret; set it by hand";

    private static final Pattern HANDLER = Pattern.compile(" HANDLER (\\S+)");
    private static final Pattern VALIDATOR = Pattern.compile(" VALIDATOR (\\S+)");

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.DEFINITION, Attribute.VERSION, Attribute.FOREIGN_OPTIONS);
    }

    @Override
    public void make(SchemaObject object, Script script) {
        var options = OptionList.foreignOptions(object.values(Attribute.FOREIGN_OPTIONS));
        script.say(Phase.CHANGE, object.name(), create(object) + (options.isEmpty() ? "" : " " + options));
        tellSecret(object, script);
    }

    /** The version stands in the middle of it. */
    private static String create(SchemaObject object) {
        var create = object.find(Attribute.DEFINITION).orElse("create " + SqlName.reference(object.name()));
        var wrapper = create.indexOf(" FOREIGN DATA WRAPPER ");
        return object.find(Attribute.VERSION)
                .filter(version -> wrapper >= 0)
                .map(version -> create.substring(0, wrapper) + " VERSION " + SqlName.literal(version)
                        + create.substring(wrapper))
                .orElse(create);
    }

    /** What a new object lacks. */
    static void tellSecret(SchemaObject object, Script script) {
        var options = object.values(Attribute.FOREIGN_OPTIONS);
        if (OptionList.hasSecret(List.of(), options)) {
            script.cannot(object.name(), new AttributeChange(Attribute.FOREIGN_OPTIONS, List.of(), options), SECRET);
        }
    }

    @Override
    public boolean isRemade(SchemaObject before, SchemaObject after, Passage passage) {
        return before.kind() == ObjectKind.SERVER
                && (Form.super.isRemade(before, after, passage)
                        || (before.find(Attribute.VERSION).isPresent()
                                && after.find(Attribute.VERSION).isEmpty()));
    }

    /** A secret would be lost. */
    @Override
    public boolean canBeRemade(SchemaObject object) {
        return !OptionList.hasSecret(List.of(), object.values(Attribute.FOREIGN_OPTIONS));
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        var name = object.name();
        var alter = "alter " + SqlName.reference(name);
        switch (change.attribute()) {
            case FOREIGN_OPTIONS -> sayOptions(change, object, script);
            case DEFINITION -> {
                if (name.kind() != ObjectKind.FOREIGN_DATA_WRAPPER) {
                    return false;
                }
                script.say(
                        Phase.CHANGE,
                        name,
                        alter + word(HANDLER, "handler", change) + word(VALIDATOR, "validator", change));
            }
            case VERSION -> {
                if (change.to().isEmpty()) {
                    return false;
                }
                script.say(
                        Phase.CHANGE,
                        name,
                        alter + " version " + SqlName.literal(change.to().get(0)));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String word(Pattern pattern, String word, AttributeChange change) {
        var found = pattern.matcher(change.to().isEmpty() ? "" : change.to().get(0));
        return found.find() ? " " + word + " " + found.group(1) : " no " + word;
    }

    static void sayOptions(AttributeChange change, SchemaObject object, Script script) {
        var options = OptionList.foreignChanges(change.from(), change.to());
        if (!options.isEmpty()) {
            script.say(Phase.CHANGE, object.name(), "alter " + SqlName.reference(object.name()) + " " + options);
        }
        if (OptionList.hasSecret(change.from(), change.to())) {
            script.cannot(object.name(), change, SECRET);
        }
    }
}
