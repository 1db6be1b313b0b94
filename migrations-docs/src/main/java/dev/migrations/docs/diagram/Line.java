package dev.migrations.docs.diagram;

import dev.migrations.docs.reference.ForeignKey;
import java.util.List;

/**
 * A foreign key in a picture.
 *
 * @param key    which one
 * @param points from the table that it leads to, to the table that has it
 */
public record Line(ForeignKey key, List<Point> points) {

    public Line {
        points = List.copyOf(points);
    }
}
