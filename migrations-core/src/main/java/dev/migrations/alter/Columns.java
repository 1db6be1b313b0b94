package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of what was made or altered. */
final class Columns {

    /** What a view's query or a table's type says of its columns. */
    private static final Set<Attribute> OF_DEFINITION = EnumSet.of(Attribute.TYPE, Attribute.COLLATION);

    private static final Form FORM = Forms.of(ObjectKind.COLUMN);

    private final Script script;
    private final Passage passage;

    Columns(Script script) {
        this.script = script;
        this.passage = script.passage();
    }

    /** What making it has not said of its columns. */
    void settle(SchemaObject made) {
        for (var column : made.parts(ObjectKind.COLUMN)) {
            settle(column, said(made, column));
        }
    }

    private SchemaObject said(SchemaObject made, SchemaObject column) {
        if (isDefined(made)) {
            return Alteration.only(column, OF_DEFINITION);
        }
        if (column.find(Attribute.INHERITED).isPresent()) {
            return inherited(made, column);
        }
        return Alteration.only(column, ColumnForm.saidOf(column));
    }

    /** As the parent has it. */
    private SchemaObject inherited(SchemaObject table, SchemaObject column) {
        var parent = table.values(Attribute.INHERITS).stream()
                .flatMap(name -> passage.names().stream()
                        .filter(other -> SqlName.of(other).equals(name)))
                .flatMap(name -> passage.findAfter(name).stream())
                .flatMap(each -> find(each, column.name().name()).stream())
                .findFirst();
        var same = EnumSet.of(Attribute.INHERITED, Attribute.TYPE, Attribute.COLLATION, Attribute.GENERATED);
        for (var attribute : EnumSet.of(Attribute.DEFAULT, Attribute.STORAGE, Attribute.COMPRESSION)) {
            if (parent.filter(each -> each.values(attribute).equals(column.values(attribute)))
                    .isPresent()) {
                same.add(attribute);
            }
        }
        return Alteration.only(column, same);
    }

    void alter(SchemaObject before, SchemaObject after) {
        var had = byName(before);
        var has = byName(after);
        had.forEach((name, column) -> {
            if (!has.containsKey(name)
                    && !isDefined(after)
                    && !Parents.passesOnPresence(before.name(), name, passage)) {
                FORM.drop(column, Phase.CLEAR, script);
            }
        });
        has.forEach((name, column) -> {
            var old = had.get(name);
            if (old != null) {
                Alteration.changes(old, column).stream()
                        .filter(change -> !isDefined(after) || !OF_DEFINITION.contains(change.attribute()))
                        .forEach(change -> Alteration.say(change, column, script));
            } else {
                if (!isDefined(after) && !Parents.passesOnPresence(after.name(), name, passage)) {
                    FORM.make(column, script);
                }
                settle(column, said(after, column));
            }
        });
        tellOrder(before, after, had, has);
    }

    private void settle(SchemaObject column, SchemaObject said) {
        Alteration.changes(said, column).forEach(change -> Alteration.say(change, column, script));
    }

    /** A new column comes last. */
    private void tellOrder(
            SchemaObject before, SchemaObject after, Map<String, SchemaObject> had, Map<String, SchemaObject> has) {
        var comes = had.keySet().stream().filter(has::containsKey).collect(Collectors.toCollection(ArrayList::new));
        has.keySet().stream().filter(name -> !had.containsKey(name)).forEach(comes::add);
        var wanted = List.copyOf(has.keySet());
        if (!comes.equals(wanted) && !isDefined(after)) {
            script.cannot(
                    after.name(),
                    new AttributeChange(Attribute.COLUMN_ORDER, comes, wanted),
                    "a column keeps its place, and a new one comes last; make the " + before.kind() + " anew by hand");
        }
    }

    /** Whether its columns follow from something else. */
    private static boolean isDefined(SchemaObject whole) {
        return whole.kind() == ObjectKind.VIEW
                || whole.kind() == ObjectKind.MATERIALIZED_VIEW
                || whole.find(Attribute.OF_TYPE).isPresent();
    }

    private static Map<String, SchemaObject> byName(SchemaObject whole) {
        return whole.parts(ObjectKind.COLUMN).stream()
                .collect(Collectors.toMap(
                        column -> column.name().name(), Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static Optional<SchemaObject> find(SchemaObject table, String column) {
        return Optional.ofNullable(byName(table).get(column));
    }
}
