package dev.migrations.docs.html;

import dev.migrations.docs.diagram.Line;
import dev.migrations.docs.diagram.Point;
import dev.migrations.docs.reference.Anchor;
import dev.migrations.docs.reference.ForeignKey.Presence;
import dev.migrations.docs.reference.ForeignKey.Rows;

/** A foreign key in a picture: a line with a bar where it leads to, and a crow's foot where many rows may come from. */
record LineView(Line line) {

    private static final double CORNER = 6;
    private static final double BAR = 8;
    private static final double FOOT = 10;
    private static final double SPREAD = 5;

    static LineView of(Line line) {
        return new LineView(line);
    }

    String from() {
        return Anchor.of(line.key().target());
    }

    String to() {
        return Anchor.of(line.key().table());
    }

    boolean optional() {
        return line.key().presence() == Presence.OPTIONAL;
    }

    String label() {
        var key = line.key();
        return key.table().path() + " (" + String.join(", ", key.columns()) + ") → "
                + key.target().path() + " (" + String.join(", ", key.referenced()) + ")";
    }

    /** With rounded corners, as lines that cross have none. */
    String path() {
        var points = line.points();
        var path = new StringBuilder("M").append(text(points.get(0)));
        for (var i = 1; i < points.size() - 1; i++) {
            var corner = points.get(i);
            path.append('L').append(text(towards(corner, points.get(i - 1))));
            path.append('Q').append(text(corner)).append(' ').append(text(towards(corner, points.get(i + 1))));
        }
        return path.append('L').append(text(points.get(points.size() - 1))).toString();
    }

    String ends() {
        var points = line.points();
        var last = points.size() - 1;
        var start = bar(points.get(0), points.get(1));
        var end = line.key().rows() == Rows.MANY
                ? foot(points.get(last), points.get(last - 1))
                : bar(points.get(last), points.get(last - 1));
        return start + end;
    }

    private static String bar(Point end, Point next) {
        var x = end.x() + Math.copySign(BAR, next.x() - end.x());
        return "M" + text(new Point(x, end.y() - SPREAD)) + "L" + text(new Point(x, end.y() + SPREAD));
    }

    private static String foot(Point end, Point next) {
        var x = end.x() + Math.copySign(FOOT, next.x() - end.x());
        return "M" + text(new Point(end.x(), end.y() - SPREAD)) + "L" + text(new Point(x, end.y())) + "L"
                + text(new Point(end.x(), end.y() + SPREAD));
    }

    /** A place on the way to the next point, no further than half of it. */
    private static Point towards(Point corner, Point next) {
        var length = Math.hypot(next.x() - corner.x(), next.y() - corner.y());
        var part = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
        return new Point(corner.x() + (next.x() - corner.x()) * part, corner.y() + (next.y() - corner.y()) * part);
    }

    private static String text(Point point) {
        return Pixels.text(point.x()) + " " + Pixels.text(point.y());
    }
}
