package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.SchemaObject;

/** What an index can have, whether it stands alone or behind a constraint. */
final class IndexSettings {

    private IndexSettings() {}

    static boolean say(AttributeChange change, SchemaObject part, Script script) {
        var name = part.name();
        var value = change.to().isEmpty() ? "" : change.to().get(0);
        switch (change.attribute()) {
            case CLUSTERED -> sayClustered(value, part, script);
            case TABLESPACE ->
                script.say(
                        Phase.CHANGE,
                        name,
                        "alter index " + SqlName.of(name) + " set tablespace "
                                + SqlName.quoted(value.isEmpty() ? "pg_default" : value));
            case OPTIONS ->
                OptionList.changes(change.from(), change.to())
                        .forEach(
                                what -> script.say(Phase.CHANGE, name, "alter index " + SqlName.of(name) + " " + what));
            case ATTACHED_TO -> {
                return sayAttached(change, value, part, script);
            }
            case VALID -> {
                return isUpToPartitions(part, script);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void sayClustered(String value, SchemaObject part, Script script) {
        var table = "alter table " + SqlName.whole(part.name());
        if (value.isEmpty()) {
            script.say(Phase.CLEAR, part.name(), table + " set without cluster");
        } else {
            script.say(
                    Phase.TIE,
                    part.name(),
                    table + " cluster on " + SqlName.quoted(part.name().name()));
        }
    }

    /** An index of a partition that is attached finds its place by itself, and loses it with the partition. */
    private static boolean sayAttached(AttributeChange change, String index, SchemaObject part, Script script) {
        var passage = script.passage();
        var table = passage.whole(part.name());
        var was = passage.findBefore(table)
                .map(each -> each.values(Attribute.PARTITION_OF)
                        + each.values(Attribute.PARTITION_BOUND).toString());
        var is = passage.findAfter(table)
                .map(each -> each.values(Attribute.PARTITION_OF)
                        + each.values(Attribute.PARTITION_BOUND).toString());
        if (!was.equals(is)) {
            return true;
        }
        if (!change.from().isEmpty() || index.isEmpty()) {
            return false;
        }
        script.say(Phase.ATTACH, part.name(), "alter index " + index + " attach partition " + SqlName.of(part.name()));
        return true;
    }

    /** It is ready when all partitions have theirs. */
    private static boolean isUpToPartitions(SchemaObject part, Script script) {
        return script.passage()
                .findAfter(script.passage().whole(part.name()))
                .flatMap(table -> table.find(Attribute.PARTITION_BY))
                .isPresent();
    }
}
