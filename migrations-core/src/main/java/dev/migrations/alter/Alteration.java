package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through the units and has the form of each say what becomes of it; what no form can say is told as such. */
final class Alteration {

    private final Passage passage;
    private final Script script;

    Alteration(Passage passage, Script script) {
        this.passage = passage;
        this.script = script;
    }

    void run() {
        for (var name : passage.names()) {
            var former = findFormerName(name);
            if (former.isPresent()) {
                rename(former.get(), name);
                continue;
            }
            var fate = passage.fate(name);
            if (fate.isDropped() && findLaterName(name).isEmpty()) {
                drop(name);
            }
            if (fate.isMade()) {
                make(passage.after(name));
            } else if (fate == Fate.ALTERED) {
                alter(passage.before(name), passage.after(name));
            }
        }
    }

    private void drop(ObjectName name) {
        if (!Sweeping.goesAlong(name, passage)) {
            var phase = Sweeping.isLate(name, passage) ? Phase.SWEEP : Phase.CLEAR;
            Forms.of(name.kind()).drop(passage.before(name), phase, script);
        }
    }

    private void make(SchemaObject object) {
        var form = Forms.of(object.kind());
        if (!object.kind().isPart() || !Parents.isMadeByParent(object.name(), passage)) {
            form.make(object, script);
        }
        settle(only(object, form.said()), object);
        new Columns(script).settle(object);
        if (object.kind() == ObjectKind.INDEX || object.kind() == ObjectKind.CONSTRAINT) {
            repeatReplicaIdentity(object.name());
        }
    }

    private void alter(SchemaObject before, SchemaObject after) {
        settle(before, after);
        new Columns(script).alter(before, after);
    }

    private void settle(SchemaObject before, SchemaObject after) {
        changes(before, after).forEach(change -> say(change, after, script));
    }

    /** By the form of its kind, or as of any kind. */
    static void say(AttributeChange change, SchemaObject object, Script script) {
        if (!Forms.of(object.kind()).say(change, object, script) && !CommonSettings.say(change, object, script)) {
            script.cannot(
                    object.name(),
                    change,
                    script.passage()
                            .findInTheWay(object.name())
                            .map(other -> other + " uses it; make another one, and change over to it")
                            .orElse("PostgreSQL has no statement for it; make it anew by hand"));
        }
    }

    static List<AttributeChange> changes(SchemaObject before, SchemaObject after) {
        var changes = new ArrayList<AttributeChange>();
        for (var attribute : Attribute.values()) {
            if (!before.values(attribute).equals(after.values(attribute))) {
                changes.add(new AttributeChange(attribute, before.values(attribute), after.values(attribute)));
            }
        }
        return changes;
    }

    /** The same object with some of its attributes. */
    static SchemaObject only(SchemaObject object, Set<Attribute> attributes) {
        var kept = new EnumMap<Attribute, List<String>>(Attribute.class);
        object.attributes().forEach((attribute, values) -> {
            if (attributes.contains(attribute)) {
                kept.put(attribute, values);
            }
        });
        return new SchemaObject(object.name(), kept, List.of());
    }

    /** An index that replaces another one has to be named again as what rows are known by. */
    private void repeatReplicaIdentity(ObjectName index) {
        if (passage.fate(index) == Fate.REMADE) {
            passage.findAfter(passage.whole(index)).ifPresent(table -> table.find(Attribute.REPLICA_IDENTITY)
                    .filter(identity -> identity.equals(index.name()))
                    .ifPresent(identity -> TableSettings.sayReplicaIdentity(table, identity, script)));
        }
    }

    private void rename(ObjectName former, ObjectName name) {
        script.say(
                Phase.CHANGE, name, "alter index " + SqlName.of(former) + " rename to " + SqlName.quoted(name.name()));
        var before = passage.before(former);
        var after = passage.after(name);
        changes(before, after).stream()
                .filter(change -> change.attribute() != Attribute.DEFINITION)
                .forEach(change -> say(change, after, script));
    }

    /** A partition's part of an index cannot be dropped, but called otherwise. */
    private Optional<ObjectName> findFormerName(ObjectName name) {
        return passage.fate(name) == Fate.MADE
                ? attached(passage.findAfter(name), name).flatMap(index -> others(name, index, Fate.DROPPED))
                : Optional.empty();
    }

    private Optional<ObjectName> findLaterName(ObjectName name) {
        return passage.fate(name) == Fate.DROPPED
                ? attached(passage.findBefore(name), name).flatMap(index -> others(name, index, Fate.MADE))
                : Optional.empty();
    }

    private static Optional<String> attached(Optional<SchemaObject> part, ObjectName name) {
        return name.kind().isPart() ? part.flatMap(each -> each.find(Attribute.ATTACHED_TO)) : Optional.empty();
    }

    private Optional<ObjectName> others(ObjectName name, String index, Fate fate) {
        return passage.names().stream()
                .filter(other -> other.kind() == name.kind()
                        && other.schema().equals(name.schema())
                        && other.relation().equals(name.relation())
                        && passage.fate(other) == fate)
                .filter(other -> (fate == Fate.MADE ? passage.after(other) : passage.before(other))
                        .values(Attribute.ATTACHED_TO)
                        .equals(List.of(index)))
                .findFirst();
    }
}
