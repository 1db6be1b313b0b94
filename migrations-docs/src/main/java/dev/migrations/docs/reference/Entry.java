package dev.migrations.docs.reference;

import dev.migrations.docs.origin.Origin;
import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * All that is said of one object. What it does not have is empty.
 *
 * @param name       what it is called
 * @param comment    its comment
 * @param origin     where it comes from, as far as that is known
 * @param properties whatever else there is to say
 * @param columns    in their order
 * @param outgoing   the foreign keys that it has
 * @param incoming   the foreign keys of other tables, and its own, that lead here
 * @param parts      by kind
 * @param partitions the tables that hold its rows
 * @param definition in the server's words
 */
public record Entry(
        ObjectName name,
        Optional<String> comment,
        Optional<Origin> origin,
        List<Property> properties,
        List<Column> columns,
        List<ForeignKey> outgoing,
        List<ForeignKey> incoming,
        List<Parts> parts,
        List<Link> partitions,
        Optional<String> definition) {

    public Entry {
        properties = List.copyOf(properties);
        columns = List.copyOf(columns);
        outgoing = List.copyOf(outgoing);
        incoming = List.copyOf(incoming);
        parts = List.copyOf(parts);
        partitions = List.copyOf(partitions);
    }

    /** Its place on its page. */
    public String id() {
        return Anchor.of(name);
    }

    /** Whether it only holds rows of another table. */
    public boolean isPartition() {
        return properties.stream().anyMatch(property -> property.label().equals(Attribute.PARTITION_OF.label()));
    }

    /** What it is, such as {@code materialized view}. */
    public String kind() {
        return name.kind().sql();
    }
}
