package dev.migrations.docs.diagram;

/**
 * A box with its place.
 *
 * @param box what is in it
 * @param at  its upper left corner
 */
public record PlacedBox(Box box, Point at) {

    /** Its right edge. */
    double right() {
        return at.x() + box.size().width();
    }

    /** Its lower edge. */
    double bottom() {
        return at.y() + box.size().height();
    }
}
