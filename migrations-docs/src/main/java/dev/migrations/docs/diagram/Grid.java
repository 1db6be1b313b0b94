package dev.migrations.docs.diagram;

import java.util.ArrayList;
import java.util.List;

/** Tables without foreign keys, in rows one below the other. */
final class Grid {

    private static final double GAP = 22;

    private final double width;
    private final List<PlacedBox> placed = new ArrayList<>();
    private double x;
    private double y;
    private double rowHeight;

    private Grid(double width) {
        this.width = width;
    }

    /** At least so wide, and from there on down. */
    static List<PlacedBox> of(List<Box> boxes, double width, double top) {
        var grid = new Grid(width);
        grid.y = top;
        boxes.forEach(grid::add);
        return grid.placed;
    }

    private void add(Box box) {
        if (x > 0 && x + box.size().width() > width) {
            x = 0;
            y += rowHeight + GAP;
            rowHeight = 0;
        }
        placed.add(new PlacedBox(box, new Point(x, y)));
        x += box.size().width() + GAP;
        rowHeight = Math.max(rowHeight, box.size().height());
    }
}
