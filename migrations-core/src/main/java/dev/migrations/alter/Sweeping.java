package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import java.util.Set;
import java.util.stream.Stream;

/** Which objects are dropped late, as others may use them until then, and which go with others. */
final class Sweeping {

    private static final Set<ObjectKind> USED_BY_OTHERS = Set.of(
            ObjectKind.SCHEMA,
            ObjectKind.EXTENSION,
            ObjectKind.LANGUAGE,
            ObjectKind.ACCESS_METHOD,
            ObjectKind.FOREIGN_DATA_WRAPPER,
            ObjectKind.SERVER,
            ObjectKind.COLLATION,
            ObjectKind.CONVERSION,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.SEQUENCE,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.AGGREGATE,
            ObjectKind.OPERATOR,
            ObjectKind.TEXT_SEARCH_PARSER,
            ObjectKind.TEXT_SEARCH_TEMPLATE,
            ObjectKind.TEXT_SEARCH_DICTIONARY,
            ObjectKind.TEXT_SEARCH_CONFIGURATION);

    private Sweeping() {}

    /** Whether a unit that goes is dropped after the changes: its name is not needed, nor is what it needs dropped early. */
    static boolean isLate(ObjectName name, Passage passage) {
        return passage.fate(name) == Fate.DROPPED
                && USED_BY_OTHERS.contains(name.kind())
                && Stream.of(ObjectKind.values())
                        .map(kind -> ObjectName.in(name.schema(), kind, name.name()))
                        .noneMatch(other -> passage.fate(other) == Fate.MADE)
                && passage.beforeOrder().needs(name).stream()
                        .noneMatch(needed -> passage.fate(needed).isDropped()
                                && passage.beforeOrder().position(needed)
                                        < passage.beforeOrder().position(name)
                                && !isLate(needed, passage));
    }

    /** Whether the drop of another object takes it along. */
    static boolean goesAlong(ObjectName name, Passage passage) {
        return switch (name.kind()) {
            case SEQUENCE -> passage.before(name).find(Attribute.OWNED_BY).isPresent() && isOwnerGone(name, passage);
            case FUNCTION ->
                passage.beforeOrder().needs(name).stream()
                        .anyMatch(type -> type.kind() == ObjectKind.TYPE
                                && BaseTypes.takesFunctionsAlong(passage.before(type))
                                && passage.fate(type).isDropped());
            default -> name.kind().isPart() && isPartOfWhatGoes(name, passage);
        };
    }

    private static boolean isPartOfWhatGoes(ObjectName part, Passage passage) {
        return Parents.isDroppedByParent(part, passage)
                || (passage.fate(passage.whole(part)).isDropped() && !keepsOthers(part, passage));
    }

    /** Whether another table, or the like, cannot be dropped before this part of a table is. */
    private static boolean keepsOthers(ObjectName part, Passage passage) {
        var whole = passage.whole(part);
        return passage.beforeOrder().needs(part).stream()
                .anyMatch(other -> !other.equals(whole)
                        && passage.whole(other).equals(other)
                        && passage.fate(other).isDropped());
    }

    private static boolean isOwnerGone(ObjectName sequence, Passage passage) {
        var owner = passage.before(sequence).find(Attribute.OWNED_BY).orElseThrow();
        return passage.names().stream()
                .filter(table -> table.kind() == ObjectKind.TABLE || table.kind() == ObjectKind.FOREIGN_TABLE)
                .filter(table -> owner.startsWith(SqlName.of(table) + "."))
                .flatMap(table -> passage.findBefore(table).stream())
                .anyMatch(table -> passage.fate(table.name()).isDropped()
                        || passage.after(table.name()).parts(ObjectKind.COLUMN).stream()
                                .noneMatch(column -> owner.equals(SqlName.of(table.name()) + "."
                                        + SqlName.quoted(column.name().name()))));
    }
}
