package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** What a table gets and loses through the tables that it inherits from or is a partition of. */
final class Parents {

    private Parents() {}

    /** Whether a column comes to a table, or goes, with that of a parent. */
    static boolean passesOnPresence(ObjectName table, String column, Passage passage) {
        return passage.parents(table).stream()
                .anyMatch(parent -> passage.findBefore(parent)
                                .flatMap(each -> find(each, column))
                                .isPresent()
                        != passage.findAfter(parent)
                                .flatMap(each -> find(each, column))
                                .isPresent());
    }

    /** Whether a change of a column comes from a parent that has the same. */
    static boolean passesOn(ObjectName table, String column, AttributeChange change, Passage passage) {
        return passage.parents(table).stream().anyMatch(parent -> {
            var from = values(passage.findBefore(parent), column, change.attribute());
            var to = values(passage.findAfter(parent), column, change.attribute());
            return !from.equals(to) && first(to).equals(first(change.to()));
        });
    }

    /** Whether a column of a parent has this attribute now. */
    static boolean has(ObjectName table, String column, Attribute attribute, Passage passage) {
        return passage.parents(table).stream().anyMatch(parent -> !values(passage.findAfter(parent), column, attribute)
                .isEmpty());
    }

    /** Whether a constraint is made together with that of a parent. */
    static boolean isMadeByParent(ObjectName part, Passage passage) {
        return part.kind() == ObjectKind.CONSTRAINT
                && isCheck(passage.after(part))
                && (passage.after(part).find(Attribute.INHERITED).isPresent()
                        || passage.parents(passage.whole(part)).stream()
                                .map(parent -> parent.part(part.kind(), part.name()))
                                .anyMatch(
                                        parent -> passage.fate(parent).isMade() && isPassedOn(passage.after(parent))));
    }

    static boolean isDroppedByParent(ObjectName part, Passage passage) {
        var before = passage.before(part);
        var attached = before.find(Attribute.ATTACHED_TO).isPresent()
                && passage.beforeOrder().needs(part).stream()
                        .anyMatch(index ->
                                Mentions.of(before, Attribute.ATTACHED_TO).contains(Mentions.key(index))
                                        && passage.fate(index).isDropped());
        return attached || isCheckDroppedByParent(part, passage);
    }

    private static boolean isCheckDroppedByParent(ObjectName part, Passage passage) {
        return part.kind() == ObjectKind.CONSTRAINT
                && isCheck(passage.before(part))
                && passage.parents(passage.whole(part)).stream()
                        .map(parent -> parent.part(part.kind(), part.name()))
                        .anyMatch(parent -> passage.fate(parent).isDropped() && isPassedOn(passage.before(parent)));
    }

    /** Whether a partition's trigger is a copy of a parent's. */
    static boolean isCopyOfTrigger(ObjectName trigger, Passage passage) {
        return findOriginal(trigger, passage).isPresent();
    }

    static Optional<SchemaObject> findOriginal(ObjectName trigger, Passage passage) {
        return passage.parents(passage.whole(trigger)).stream()
                .map(parent -> parent.part(ObjectKind.TRIGGER, trigger.name()))
                .flatMap(name -> passage.findAfter(name).stream())
                .findFirst();
    }

    private static boolean isCheck(SchemaObject constraint) {
        return constraint.find(Attribute.DEFINITION).orElse("").startsWith("CHECK");
    }

    private static boolean isPassedOn(SchemaObject constraint) {
        return !constraint.find(Attribute.DEFINITION).orElse("").contains(" NO INHERIT");
    }

    private static Optional<SchemaObject> find(SchemaObject table, String column) {
        return table.parts(ObjectKind.COLUMN).stream()
                .filter(each -> each.name().name().equals(column))
                .findFirst();
    }

    private static List<String> values(Optional<SchemaObject> table, String column, Attribute attribute) {
        return table.flatMap(each -> find(each, column))
                .map(each -> each.values(attribute))
                .orElse(List.of());
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }
}
