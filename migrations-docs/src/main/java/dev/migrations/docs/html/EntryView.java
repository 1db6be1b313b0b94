package dev.migrations.docs.html;

import dev.migrations.docs.origin.Origin;
import dev.migrations.docs.reference.Column;
import dev.migrations.docs.reference.Entry;
import dev.migrations.docs.reference.Link;
import dev.migrations.docs.reference.Parts;
import dev.migrations.docs.reference.Property;
import java.util.List;
import java.util.Optional;

/**
 * An entry in the page.
 *
 * @param entry     what is said
 * @param inDiagram whether a picture shows it
 */
record EntryView(Entry entry, boolean inDiagram) {

    String id() {
        return entry.id();
    }

    String path() {
        return entry.name().path();
    }

    String shortName() {
        return entry.name().name();
    }

    String kind() {
        return entry.kind();
    }

    Optional<String> comment() {
        return entry.comment();
    }

    Optional<String> origin() {
        return entry.origin().map(Origin::sentence);
    }

    boolean hasProperties() {
        return !entry.properties().isEmpty();
    }

    List<Property> properties() {
        return entry.properties();
    }

    boolean hasColumns() {
        return !entry.columns().isEmpty();
    }

    List<ColumnView> columns() {
        return entry.columns().stream().map(ColumnView::new).toList();
    }

    boolean hasOutgoing() {
        return !entry.outgoing().isEmpty();
    }

    List<KeyView> outgoing() {
        return entry.outgoing().stream().map(KeyView::new).toList();
    }

    boolean hasIncoming() {
        return !entry.incoming().isEmpty();
    }

    List<KeyView> incoming() {
        return entry.incoming().stream().map(KeyView::new).toList();
    }

    List<Parts> parts() {
        return entry.parts();
    }

    boolean hasPartitions() {
        return !entry.partitions().isEmpty();
    }

    List<Link> partitions() {
        return entry.partitions();
    }

    Optional<String> definition() {
        return entry.definition();
    }

    /** Column by column. */
    record ColumnView(Column column) {

        String id() {
            return column.id();
        }

        String name() {
            return column.name();
        }

        String type() {
            return column.type();
        }

        boolean isRequired() {
            return column.isRequired();
        }

        boolean isPrimary() {
            return column.isPrimary();
        }

        List<Link> targets() {
            return column.targets();
        }

        Optional<String> defaultValue() {
            return column.defaultValue();
        }

        List<Property> properties() {
            return column.properties();
        }

        Optional<String> comment() {
            return column.comment();
        }

        Optional<String> origin() {
            return column.origin().map(Origin::sentence);
        }
    }
}
