package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides what becomes of each unit.
 *
 * <ol>
 *   <li>What is on one side only is made or dropped; what is otherwise is altered.
 *   <li>What cannot be altered is remade, and with it all that needs it. Where a table would be among that, nothing is remade:
 *       rows are not worth it.
 *   <li>Views, rules, policies and triggers that name a column whose type changes or which goes are remade as well.
 * </ol>
 */
final class Fates {

    private static final Set<ObjectKind> NAMING_COLUMNS = Set.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.RULE,
            ObjectKind.POLICY,
            ObjectKind.TRIGGER,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE);

    private final Passage passage;

    Fates(Passage passage) {
        this.passage = passage;
    }

    void decide() {
        passage.names().forEach(name -> passage.decide(name, first(name)));
        passage.names().stream()
                .filter(name -> passage.fate(name) == Fate.ALTERED)
                .filter(name -> Forms.of(name.kind()).isRemade(passage.before(name), passage.after(name), passage))
                .forEach(this::remake);
        passage.names().stream()
                .filter(name -> passage.fate(name) == Fate.DROPPED)
                .forEach(this::remakeUsers);
        passage.names().stream()
                .filter(name -> name.kind() == ObjectKind.TABLE && passage.fate(name) == Fate.ALTERED)
                .forEach(this::remakeUsersOfColumns);
    }

    private Fate first(ObjectName name) {
        var before = passage.findBefore(name);
        var after = passage.findAfter(name);
        if (before.isEmpty()) {
            return Fate.MADE;
        }
        if (after.isEmpty()) {
            return Fate.DROPPED;
        }
        var same = before.get().attributes().equals(after.get().attributes())
                && before.get().parts(ObjectKind.COLUMN).equals(after.get().parts(ObjectKind.COLUMN));
        return same ? Fate.KEPT : Fate.ALTERED;
    }

    /** It and all that needs it, or nothing. */
    private void remake(ObjectName root) {
        var all = new LinkedHashSet<ObjectName>();
        var open = new ArrayDeque<ObjectName>();
        open.add(root);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (passage.fate(next).isDropped() || !all.add(next)) {
                continue;
            }
            if (!Forms.of(next.kind()).canBeRemade(passage.before(next))) {
                passage.standsInTheWay(next, root);
                return;
            }
            open.addAll(passage.beforeOrder().neededBy(next));
        }
        all.forEach(name -> passage.decide(name, Fate.REMADE));
    }

    /** What is replaced while something is dropped that it still mentions. */
    private void remakeUsers(ObjectName dropped) {
        if (Sweeping.isLate(dropped, passage)) {
            return;
        }
        passage.beforeOrder().neededBy(dropped).stream()
                .filter(user -> passage.fate(user) == Fate.ALTERED
                        && Forms.of(user.kind()).canBeRemade(passage.before(user))
                        && passage.before(user).find(Attribute.DEFINITION).isPresent())
                .forEach(this::remake);
    }

    private void remakeUsersOfColumns(ObjectName table) {
        for (var column : passage.before(table).parts(ObjectKind.COLUMN)) {
            var now = passage.after(table).parts(ObjectKind.COLUMN).stream()
                    .filter(other -> other.name().equals(column.name()))
                    .findFirst();
            if (now.isEmpty() || isOfAnotherType(column, now.get())) {
                var word = Pattern.compile(
                        "(?<![\\p{L}\\p{N}_])" + Pattern.quote(column.name().name()) + "(?![\\p{L}\\p{N}_])");
                passage.beforeOrder().neededBy(table).stream()
                        .filter(user -> NAMING_COLUMNS.contains(user.kind()) && passage.fate(user) != Fate.DROPPED)
                        .filter(user -> now.isPresent() || passage.fate(user) == Fate.ALTERED)
                        .filter(user -> definition(user)
                                .filter(text -> word.matcher(text).find())
                                .isPresent())
                        .forEach(this::remake);
            }
        }
    }

    private Optional<String> definition(ObjectName user) {
        return passage.before(user).find(Attribute.DEFINITION);
    }

    private static boolean isOfAnotherType(SchemaObject column, SchemaObject now) {
        return !column.values(Attribute.TYPE).equals(now.values(Attribute.TYPE))
                || !column.values(Attribute.COLLATION).equals(now.values(Attribute.COLLATION));
    }
}
