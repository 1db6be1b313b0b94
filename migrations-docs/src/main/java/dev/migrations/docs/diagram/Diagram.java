package dev.migrations.docs.diagram;

import java.util.List;

/**
 * A picture of tables and of the foreign keys between them.
 *
 * @param title   such as a schema's name
 * @param boxes   in the order of their names; no two of them overlap
 * @param lines   each foreign key between two of the boxes
 * @param width   in pixels
 * @param height  in pixels
 * @param leftOut how many tables are too many to be shown in it
 */
public record Diagram(String title, List<PlacedBox> boxes, List<Line> lines, double width, double height, int leftOut) {

    public Diagram {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }
}
