package dev.migrations.docs.html;

import dev.migrations.docs.diagram.Diagram;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A picture in the page.
 *
 * @param id     its place
 * @param title  such as a schema's name
 * @param count  what it shows, in a few words
 * @param note   what it does not show
 * @param width  of all of it
 * @param height of all of it
 * @param boxes  the tables
 * @param lines  the foreign keys
 */
record DiagramView(
        String id,
        String title,
        String count,
        Optional<String> note,
        String width,
        String height,
        List<BoxView> boxes,
        List<LineView> lines) {

    static DiagramView of(Diagram diagram, String id, Map<String, Integer> colours) {
        return new DiagramView(
                id,
                diagram.title(),
                Counts.of(diagram.boxes().size(), "table") + ", "
                        + Counts.of(diagram.lines().size(), "foreign key"),
                note(diagram.leftOut()),
                Pixels.text(diagram.width()),
                Pixels.text(diagram.height()),
                diagram.boxes().stream()
                        .map(placed -> BoxView.of(
                                placed,
                                colours.getOrDefault(placed.box().table().schema(), 0)))
                        .toList(),
                diagram.lines().stream().map(LineView::of).toList());
    }

    private static Optional<String> note(int leftOut) {
        return leftOut == 0
                ? Optional.empty()
                : Optional.of("the tables with the most foreign keys; " + Counts.of(leftOut, "more table")
                        + " would be too many for one picture");
    }
}
