package dev.migrations.docs.html;

import dev.migrations.docs.diagram.Box;
import dev.migrations.docs.diagram.BoxSize;
import dev.migrations.docs.diagram.PlacedBox;
import dev.migrations.docs.diagram.Row;
import dev.migrations.docs.reference.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table in a picture, with every place written out. */
record BoxView(PlacedBox placed, int colour) {

    private static final double CORNER = 5;
    private static final double BASELINE = 4;

    static BoxView of(PlacedBox placed, int colour) {
        return new BoxView(placed, colour);
    }

    String target() {
        return Anchor.of(box().table());
    }

    String label() {
        return box().table().path();
    }

    String title() {
        return box().title();
    }

    boolean neighbour() {
        return box().role() == Box.Role.NEIGHBOUR;
    }

    String x() {
        return Pixels.text(left());
    }

    String y() {
        return Pixels.text(top());
    }

    String width() {
        return Pixels.text(box().size().width());
    }

    String height() {
        return Pixels.text(box().size().height());
    }

    /** The title's ground, with the upper corners of the box. */
    String head() {
        var right = left() + box().size().width();
        var bottom = top() + Math.min(BoxSize.TITLE, box().size().height());
        return "M" + x() + " " + Pixels.text(bottom)
                + "V" + Pixels.text(top() + CORNER)
                + "Q" + x() + " " + y() + " " + Pixels.text(left() + CORNER) + " " + y()
                + "H" + Pixels.text(right - CORNER)
                + "Q" + Pixels.text(right) + " " + y() + " " + Pixels.text(right) + " " + Pixels.text(top() + CORNER)
                + "V" + Pixels.text(bottom) + "Z";
    }

    String textX() {
        return Pixels.text(left() + BoxSize.PADDING);
    }

    String titleY() {
        return Pixels.text(top() + BoxSize.TITLE / 2 + BASELINE);
    }

    List<RowView> rows() {
        var rows = new ArrayList<RowView>();
        box().rows()
                .forEach(row -> rows.add(new RowView(row, left(), box().size().width(), line(rows.size()))));
        return rows;
    }

    Optional<MoreView> more() {
        return box().hidden() == 0
                ? Optional.empty()
                : Optional.of(new MoreView(
                        Pixels.text(left() + BoxSize.INDENT),
                        Pixels.text(line(box().rows().size())),
                        "+ " + Counts.of(box().hidden(), "column")));
    }

    String middleX() {
        return Pixels.text(left() + box().size().width() / 2);
    }

    /** The title as it is seen from afar, in one line or two. */
    List<FarLine> farLines() {
        var words = FarTitle.lines(box().table().name());
        var middle = top() + box().size().height() / 2;
        var lines = new ArrayList<FarLine>();
        for (var word : words) {
            var below = lines.size() - (words.size() - 1) / 2.0;
            lines.add(new FarLine(word, Pixels.text(middle + below * FarTitle.LINE * farLetter(words))));
        }
        return lines;
    }

    String farSize() {
        return Pixels.text(farLetter(FarTitle.lines(box().table().name())));
    }

    private double farLetter(List<String> lines) {
        return FarTitle.size(lines, box().size());
    }

    private Box box() {
        return placed.box();
    }

    private double left() {
        return placed.at().x();
    }

    private double top() {
        return placed.at().y();
    }

    private double line(int index) {
        return top() + BoxSize.TITLE + (index + 0.5) * BoxSize.ROW + BASELINE;
    }

    /** A column. */
    record RowView(Row row, double left, double width, double line) {

        boolean primary() {
            return row.mark() == Row.Mark.PRIMARY || row.mark() == Row.Mark.BOTH;
        }

        String name() {
            return row.name();
        }

        Optional<String> mark() {
            return Optional.of(row.mark().label()).filter(label -> !label.isEmpty());
        }

        Optional<String> type() {
            return Optional.of(row.type()).filter(type -> !type.isEmpty());
        }

        String y() {
            return Pixels.text(line);
        }

        String markX() {
            return Pixels.text(left + BoxSize.PADDING);
        }

        String nameX() {
            return Pixels.text(left + BoxSize.INDENT);
        }

        String typeX() {
            return Pixels.text(left + width - BoxSize.PADDING);
        }
    }

    /** A line of the title as it is seen from afar. */
    record FarLine(String text, String y) {}

    /** How many columns are not shown. */
    record MoreView(String x, String y, String text) {}
}
