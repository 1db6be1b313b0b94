package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Publications with their tables and schemas. */
final class PublicationForm implements Form {

    private static final Map<String, String> DEFAULTS = Map.of(
            "publish", "insert, update, delete, truncate",
            "publish_generated_columns", "none",
            "publish_via_partition_root", "false");

    private static final Pattern TABLE =
            Pattern.compile("^(?:\"(?:[^\"]|\"\")+\"|[^ .\"]+)\\.(?:\"(?:[^\"]|\"\")+\"|[^ .\"(]+)");

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.DEFINITION);
    }

    @Override
    public void make(SchemaObject object, Script script) {
        script.say(
                Phase.CHANGE,
                object.name(),
                object.find(Attribute.DEFINITION).orElse("create " + SqlName.reference(object.name())));
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        var alter = "alter " + SqlName.reference(object.name()) + " ";
        switch (change.attribute()) {
            case TABLES -> {
                minus(change.from(), change.to())
                        .forEach(table -> script.say(Phase.CLEAR, object.name(), alter + "drop table " + name(table)));
                minus(change.to(), change.from())
                        .forEach(table -> script.say(Phase.CHANGE, object.name(), alter + "add table " + table));
            }
            case SCHEMAS -> {
                minus(change.from(), change.to())
                        .forEach(schema -> script.say(
                                Phase.CLEAR, object.name(), alter + "drop tables in schema " + SqlName.quoted(schema)));
                minus(change.to(), change.from())
                        .forEach(schema -> script.say(
                                Phase.CHANGE, object.name(), alter + "add tables in schema " + SqlName.quoted(schema)));
            }
            case OPTIONS -> sayOptions(change, object, alter, script);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void sayOptions(AttributeChange change, SchemaObject object, String alter, Script script) {
        minus(change.from(), change.to()).stream()
                .map(option -> option.substring(0, Math.max(0, option.indexOf('='))))
                .filter(name -> change.to().stream().noneMatch(option -> option.startsWith(name + "=")))
                .forEach(name -> script.say(
                        Phase.CHANGE,
                        object.name(),
                        alter + "set " + OptionList.given(List.of(name + "=" + DEFAULTS.getOrDefault(name, "")))));
        minus(change.to(), change.from())
                .forEach(option ->
                        script.say(Phase.CHANGE, object.name(), alter + "set " + OptionList.given(List.of(option))));
    }

    private static String name(String table) {
        var found = TABLE.matcher(table);
        return found.find() ? found.group() : table;
    }

    private static List<String> minus(List<String> some, List<String> others) {
        return some.stream().filter(entry -> !others.contains(entry)).toList();
    }
}
