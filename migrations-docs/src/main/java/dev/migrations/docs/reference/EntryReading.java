package dev.migrations.docs.reference;

import dev.migrations.docs.origin.Origins;
import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Takes one object apart for its reader. */
final class EntryReading {

    /** Said in a place of its own; owners and rights are left out, as they differ between a laptop and production. */
    private static final Set<Attribute> TOLD_ELSEWHERE = EnumSet.of(
            Attribute.COMMENT,
            Attribute.COLUMN_ORDER,
            Attribute.DEFINITION,
            Attribute.OWNER,
            Attribute.GRANTS,
            Attribute.SEQUENCE_GRANTS);

    private static final Set<Attribute> TOLD_OF_COLUMNS =
            EnumSet.of(Attribute.TYPE, Attribute.NOT_NULL, Attribute.DEFAULT);

    private final SchemaObject object;
    private final Keys keys;
    private final Origins origins;

    EntryReading(SchemaObject object, Keys keys, Origins origins) {
        this.object = object;
        this.keys = keys;
        this.origins = origins;
    }

    Entry entry(List<ForeignKey> outgoing, List<ForeignKey> incoming, List<Link> partitions) {
        return new Entry(
                object.name(),
                object.find(Attribute.COMMENT),
                origins.find(object.name()),
                properties(object, TOLD_ELSEWHERE::contains),
                object.parts(ObjectKind.COLUMN).stream()
                        .map(column -> column(column, outgoing))
                        .toList(),
                outgoing,
                incoming,
                parts(),
                partitions,
                object.find(Attribute.DEFINITION));
    }

    private Column column(SchemaObject column, List<ForeignKey> foreign) {
        var name = column.name().name();
        return new Column(
                Anchor.of(column.name()),
                name,
                column.find(Attribute.TYPE).orElse(""),
                column.find(Attribute.NOT_NULL).isPresent(),
                keys.primary().contains(name),
                foreign.stream()
                        .filter(key -> key.columns().contains(name))
                        .map(key -> new Link(key.target(), key.target().path()))
                        .distinct()
                        .toList(),
                column.find(Attribute.DEFAULT),
                properties(
                        column, attribute -> TOLD_ELSEWHERE.contains(attribute) || TOLD_OF_COLUMNS.contains(attribute)),
                column.find(Attribute.COMMENT),
                origins.find(column.name()));
    }

    private List<Parts> parts() {
        var parts = new ArrayList<Parts>();
        add(parts, "Keys", ObjectKind.CONSTRAINT, keys::isOwn);
        add(parts, "Constraints", ObjectKind.CONSTRAINT, part -> !keys.isOwn(part) && !keys.isForeign(part));
        add(parts, "Indexes", ObjectKind.INDEX, part -> true);
        add(parts, "Triggers", ObjectKind.TRIGGER, part -> true);
        add(parts, "Rules", ObjectKind.RULE, part -> true);
        add(parts, "Policies", ObjectKind.POLICY, part -> true);
        return parts;
    }

    private void add(List<Parts> all, String title, ObjectKind kind, Predicate<SchemaObject> which) {
        var parts = object.parts(kind).stream()
                .filter(which)
                .map(part -> new Part(
                        part.name().name(),
                        part.find(Attribute.DEFINITION).orElse(""),
                        properties(part, TOLD_ELSEWHERE::contains),
                        part.find(Attribute.COMMENT)))
                .toList();
        if (!parts.isEmpty()) {
            all.add(new Parts(title, parts));
        }
    }

    private static List<Property> properties(SchemaObject object, Predicate<Attribute> toldElsewhere) {
        return object.attributes().entrySet().stream()
                .filter(attribute -> !toldElsewhere.test(attribute.getKey()))
                .map(attribute -> new Property(attribute.getKey().label(), String.join(", ", attribute.getValue())))
                .toList();
    }
}
