package dev.migrations.docs.diagram;

import dev.migrations.docs.diagram.ElkLayout.Layout;
import java.util.List;
import java.util.stream.Stream;

/** Puts the tables with foreign keys and those without into one picture. */
final class DiagramFrame {

    private static final double MARGIN = 16;
    private static final double LEAST_WIDTH = 1100;
    private static final double BETWEEN = 40;

    private DiagramFrame() {}

    static Diagram around(String title, Layout layout, List<Box> alone, int leftOut) {
        var top = layout.boxes().isEmpty() ? 0 : layout.height() + BETWEEN;
        var grid = Grid.of(alone, Math.max(LEAST_WIDTH, layout.width()), top);
        var boxes = Stream.concat(layout.boxes().stream(), grid.stream()).toList();
        var width = boxes.stream().mapToDouble(PlacedBox::right).max().orElse(0);
        var height = boxes.stream().mapToDouble(PlacedBox::bottom).max().orElse(0);
        return new Diagram(
                title,
                boxes,
                layout.lines(),
                Math.ceil(Math.max(width, layout.width()) + MARGIN),
                Math.ceil(Math.max(height, layout.height()) + MARGIN),
                leftOut);
    }
}
