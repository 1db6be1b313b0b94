package dev.migrations.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One object, with all that a migration can say of it.
 *
 * @param name       what it is called
 * @param attributes what differs from PostgreSQL's defaults; most have one value, a list such as the labels of an enum has
 *                   more, and none is empty
 * @param parts      columns in their order, then what else is a part of it, by name
 */
public record SchemaObject(ObjectName name, Map<Attribute, List<String>> attributes, List<SchemaObject> parts) {

    /** Columns are equal to each other, and a stable sort keeps them as they are. */
    private static final Comparator<SchemaObject> PART_ORDER = Comparator.comparing(
                    (SchemaObject part) -> part.name().kind())
            .thenComparing(part -> part.isColumn() ? "" : part.name().name());

    public SchemaObject {
        var copy = new EnumMap<Attribute, List<String>>(Attribute.class);
        attributes.forEach((attribute, values) -> copy.put(attribute, List.copyOf(values)));
        attributes = Collections.unmodifiableMap(copy);
        parts = parts.stream().sorted(PART_ORDER).toList();
    }

    /** What is it, in short. */
    public ObjectKind kind() {
        return name.kind();
    }

    /** The only value of an attribute. */
    public Optional<String> find(Attribute attribute) {
        return values(attribute).stream().findFirst();
    }

    /** All values of an attribute; none where nothing is said of it. */
    public List<String> values(Attribute attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** The parts of one kind, in their order. */
    public List<SchemaObject> parts(ObjectKind kind) {
        return parts.stream().filter(part -> part.kind() == kind).toList();
    }

    /** Itself and its parts. */
    public Stream<SchemaObject> stream() {
        return Stream.concat(Stream.of(this), parts.stream());
    }

    private boolean isColumn() {
        return kind() == ObjectKind.COLUMN;
    }
}
