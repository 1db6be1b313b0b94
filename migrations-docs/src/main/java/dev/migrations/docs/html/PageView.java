package dev.migrations.docs.html;

import dev.migrations.docs.diagram.Diagram;
import dev.migrations.docs.reference.Anchor;
import dev.migrations.docs.reference.DatabaseReference;
import dev.migrations.docs.reference.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the template of the page is filled with.
 *
 * @param name     the database's
 * @param summary  what there is, in one line
 * @param assets   what it has besides
 * @param schemas  that hold something
 * @param shared   what lives in no schema
 * @param diagrams the pictures
 * @param unread   statements without attribution
 */
record PageView(
        String name,
        String summary,
        Assets assets,
        List<SchemaView> schemas,
        List<SectionView> shared,
        List<DiagramView> diagrams,
        List<String> unread) {

    /** The style sheet has so many for schemas, {@code c0} and on. */
    private static final int COLOURS = 10;

    static PageView of(DatabaseReference database, List<Diagram> diagrams, Assets assets) {
        var colours = new HashMap<String, Integer>();
        var schemas = new ArrayList<SchemaView>();
        var drawn = diagrams.stream()
                .flatMap(diagram -> diagram.boxes().stream())
                .map(placed -> Anchor.of(placed.box().table()))
                .collect(Collectors.toSet());
        for (var schema : database.schemas()) {
            colours.put(schema.name(), schemas.size() % COLOURS);
            schemas.add(SchemaView.of(schema, schemas.size() % COLOURS, drawn));
        }
        return new PageView(
                database.name(),
                summary(database),
                assets,
                schemas,
                sections(database.shared(), drawn),
                diagrams(diagrams, colours),
                database.unread());
    }

    private static List<DiagramView> diagrams(List<Diagram> diagrams, Map<String, Integer> colours) {
        var views = new ArrayList<DiagramView>();
        diagrams.forEach(diagram -> views.add(DiagramView.of(diagram, "diagram-" + (views.size() + 1), colours)));
        return views;
    }

    private static List<SectionView> sections(List<Section> sections, Set<String> drawn) {
        return sections.stream().map(section -> SectionView.of(section, drawn)).toList();
    }

    private static String summary(DatabaseReference database) {
        var tables = database.tables().count();
        var keys = database.tables().mapToLong(table -> table.outgoing().size()).sum();
        return Counts.of(tables, "table") + ", " + Counts.of(keys, "foreign key") + ", PostgreSQL "
                + database.majorVersion();
    }

    /** Where a reader begins. */
    String home() {
        return hasDiagrams() ? "diagram" : "reference";
    }

    boolean hasDiagrams() {
        return !diagrams.isEmpty();
    }

    boolean hasUnread() {
        return !unread.isEmpty();
    }
}
