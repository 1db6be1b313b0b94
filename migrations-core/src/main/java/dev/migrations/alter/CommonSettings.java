package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.List;

/** What many kinds of objects can have: an owner, grants and a comment. */
final class CommonSettings {

    private CommonSettings() {}

    static boolean say(AttributeChange change, SchemaObject object, Script script) {
        var name = object.name();
        return switch (change.attribute()) {
            case OWNER -> sayOwner(change, object, script);
            case GRANTS -> grants(name).say(change, name, script);
            case COMMENT -> {
                comment(name, SqlName.reference(name), change.to(), script);
                yield true;
            }
            default -> false;
        };
    }

    static void comment(ObjectName name, String reference, List<String> text, Script script) {
        script.say(
                Phase.CHANGE,
                name,
                "comment on " + reference + " is " + (text.isEmpty() ? "null" : SqlName.literal(text.get(0))));
    }

    /** A sequence that belongs to a column has the table's owner. */
    private static boolean sayOwner(AttributeChange change, SchemaObject object, Script script) {
        if (change.to().isEmpty()) {
            return false;
        }
        var ownedBefore = script.passage()
                .findBefore(object.name())
                .filter(before -> before.find(Attribute.OWNED_BY).isPresent())
                .filter(before -> before.values(Attribute.OWNED_BY).equals(object.values(Attribute.OWNED_BY)));
        if (ownedBefore.isEmpty()) {
            script.say(
                    Phase.CHANGE,
                    object.name(),
                    "alter " + SqlName.reference(object.name()) + " owner to "
                            + SqlName.role(change.to().get(0)));
        }
        return true;
    }

    private static GrantChange grants(ObjectName name) {
        return switch (name.kind()) {
            case COLUMN ->
                new GrantChange("", "table " + SqlName.whole(name), " (" + SqlName.quoted(name.name()) + ")");
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> GrantChange.on("table " + SqlName.of(name));
            case AGGREGATE -> GrantChange.on("function " + SqlName.of(name).replace("(*)", "()"));
            case SERVER -> GrantChange.on("foreign server " + SqlName.of(name));
            default -> GrantChange.on(SqlName.reference(name));
        };
    }

    /** Such as {@code alter foreign table public.orders}. */
    static String alter(ObjectName name) {
        return "alter "
                + (name.kind() == ObjectKind.COLUMN ? "table" : name.kind().sql()) + " " + SqlName.of(name);
    }
}
