package dev.migrations.docs.diagram;

import dev.migrations.docs.diagram.Box.Role;
import dev.migrations.docs.diagram.BoxDrawing.Detail;
import dev.migrations.docs.diagram.BoxDrawing.Titles;
import dev.migrations.docs.reference.DatabaseReference;
import dev.migrations.docs.reference.Entry;
import dev.migrations.docs.reference.ForeignKey;
import dev.migrations.docs.reference.SchemaReference;
import dev.migrations.schema.ObjectName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pictures of a database: one of all tables, and where there are several schemas, one of each, with the tables of others
 * that foreign keys lead to or come from.
 */
public final class Diagrams {

    /** More tables than this are no picture any more, and the layout takes long. */
    static final int MOST_TABLES = 200;

    /** Up to so many tables, all their columns are shown. */
    private static final int FEW_TABLES = 24;

    private final Map<ObjectName, Entry> tables;

    private Diagrams(DatabaseReference database) {
        this.tables = database.tables()
                .collect(Collectors.toMap(Entry::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** Draws them; none of a database without tables. */
    public static List<Diagram> of(DatabaseReference database) {
        var diagrams = new Diagrams(database);
        var schemas = database.schemas().stream()
                .filter(schema -> !schema.tables().isEmpty())
                .toList();
        var titles = schemas.size() > 1 ? Titles.SCHEMA_AND_NAME : Titles.NAME;
        var all = schemas.isEmpty()
                ? Stream.<Diagram>of()
                : Stream.of(diagrams.draw("All tables", List.copyOf(diagrams.tables.values()), List.of(), titles));
        var each = schemas.size() > 1 ? schemas.stream().map(diagrams::draw) : Stream.<Diagram>of();
        return Stream.concat(all, each).toList();
    }

    private Diagram draw(SchemaReference schema) {
        var own = schema.tables();
        var neighbours = own.stream()
                .flatMap(table -> Stream.concat(
                        table.outgoing().stream().map(ForeignKey::target),
                        table.incoming().stream().map(ForeignKey::table)))
                .filter(name -> !name.schema().equals(schema.name()))
                .distinct()
                .sorted()
                .flatMap(name -> Stream.ofNullable(tables.get(name)))
                .toList();
        return draw(schema.name(), own, neighbours, Titles.NAME);
    }

    private Diagram draw(String title, List<Entry> own, List<Entry> neighbours, Titles titles) {
        var detail = own.size() + neighbours.size() <= FEW_TABLES ? Detail.COLUMNS : Detail.KEYS;
        var drawing = new BoxDrawing(detail, titles);
        var connected = own.stream().filter(Diagrams::isConnected).toList();
        var shown = mostConnected(connected, MOST_TABLES);
        var shownNeighbours = mostConnected(neighbours, MOST_TABLES - shown.size());
        var boxes = Stream.concat(
                        shown.stream().map(table -> drawing.draw(table, Role.OWN)),
                        shownNeighbours.stream().map(table -> drawing.draw(table, Role.NEIGHBOUR)))
                .toList();
        var layout = ElkLayout.of(boxes, keys(shown, shownNeighbours));
        var alone = own.stream()
                .filter(table -> !isConnected(table))
                .limit(MOST_TABLES - boxes.size())
                .map(table -> drawing.draw(table, Role.OWN))
                .toList();
        return DiagramFrame.around(title, layout, alone, own.size() - shown.size() - alone.size());
    }

    /** Keys between two neighbours are another picture's. */
    private static List<ForeignKey> keys(List<Entry> own, List<Entry> neighbours) {
        var names = own.stream().map(Entry::name).collect(Collectors.toSet());
        var all = Stream.concat(names.stream(), neighbours.stream().map(Entry::name))
                .collect(Collectors.toSet());
        return Stream.concat(own.stream(), neighbours.stream())
                .flatMap(table -> table.outgoing().stream())
                .filter(key -> all.contains(key.table()) && all.contains(key.target()))
                .filter(key -> names.contains(key.table()) || names.contains(key.target()))
                .sorted(Comparator.comparing(ForeignKey::name))
                .toList();
    }

    private static List<Entry> mostConnected(List<Entry> tables, int most) {
        if (tables.size() <= most) {
            return tables;
        }
        var chosen = new ArrayList<>(tables);
        chosen.sort(Comparator.comparing((Entry table) ->
                        -table.outgoing().size() - table.incoming().size())
                .thenComparing(Entry::name));
        return chosen.subList(0, Math.max(0, most)).stream()
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    private static boolean isConnected(Entry table) {
        return !table.outgoing().isEmpty() || !table.incoming().isEmpty();
    }
}
