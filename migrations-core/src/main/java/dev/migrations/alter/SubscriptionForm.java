package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Subscriptions, whose connection a snapshot does not hold. */
final class SubscriptionForm implements Form {

    private static final Map<String, String> DEFAULTS = Map.of(
            "binary", "false",
            "disable_on_error", "false",
            "origin", "any",
            "password_required", "true",
            "run_as_owner", "false",
            "streaming", "off",
            "synchronous_commit", "off");

    private static final Set<String> ALSO_THERE = Set.of("failover", "two_phase");

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.values());
    }

    @Override
    public void make(SchemaObject object, Script script) {
        script.cannotMake(object.name(), "a snapshot does not hold its connection; create it by hand");
    }

    @Override
    public boolean canBeRemade(SchemaObject object) {
        return false;
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        var alter = "alter " + SqlName.reference(object.name());
        switch (change.attribute()) {
            case MEMBERS ->
                script.say(
                        Phase.CHANGE,
                        object.name(),
                        alter + " set publication "
                                + change.to().stream().map(SqlName::quoted).collect(Collectors.joining(", "))
                                + " with (refresh = false)");
            case ENABLED ->
                script.say(Phase.CHANGE, object.name(), alter + (change.to().isEmpty() ? " enable" : " disable"));
            case OPTIONS -> sayOptions(change, object, alter, script);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void sayOptions(AttributeChange change, SchemaObject object, String alter, Script script) {
        var sent = without(change.from(), change.to());
        var set = without(change.to(), change.from());
        var all = Stream.concat(sent.stream(), set.stream()).toList();
        if (all.stream().anyMatch(option -> ALSO_THERE.contains(name(option)))) {
            script.cannot(
                    object.name(), change, "the slot on the publisher has it as well; create the subscription anew");
            return;
        }
        var names = set.stream().map(SubscriptionForm::name).toList();
        sent.stream()
                .map(SubscriptionForm::name)
                .filter(name -> !names.contains(name))
                .forEach(name -> set(
                        name + "=" + DEFAULTS.getOrDefault(name, object.name().name()), object, alter, script));
        set.forEach(option -> set(option, object, alter, script));
    }

    private static void set(String option, SchemaObject object, String alter, Script script) {
        script.say(Phase.CHANGE, object.name(), alter + " set " + OptionList.given(List.of(option)));
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(option -> !others.contains(option)).toList();
    }

    private static String name(String option) {
        return option.substring(0, Math.max(0, option.indexOf('=')));
    }
}
