package dev.migrations.docs.diagram;

import dev.migrations.schema.ObjectName;
import java.util.List;

/**
 * A table in a picture.
 *
 * @param table  which one
 * @param title  its name as it is shown
 * @param role   whether the picture is about it
 * @param rows   the columns that are shown, keys first
 * @param hidden how many are not
 * @param size   how large it is
 */
public record Box(ObjectName table, String title, Role role, List<Row> rows, int hidden, Size size) {

    public Box {
        rows = List.copyOf(rows);
    }

    /** Whether a picture is about a table. */
    public enum Role {
        OWN,
        /** It is of another schema, and only shows where a foreign key leads. */
        NEIGHBOUR
    }

    /** In pixels. */
    public record Size(double width, double height) {}

    /** How far below its upper edge the middle of a column's row is; that of the title for one that is not shown. */
    double middleOf(String column) {
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).column().equals(column)) {
                return BoxSize.TITLE + (i + 0.5) * BoxSize.ROW;
            }
        }
        return BoxSize.TITLE / 2;
    }
}
