package dev.migrations.history;

import java.util.List;

/**
 * What another tool's history table says is applied, in the order in which that tool did it; what it has undone is left out.
 *
 * @param tool  whose table it is
 * @param table the table's full name
 * @param rows  none if that tool has applied nothing
 */
public record ForeignHistory(ForeignTool tool, String table, List<ForeignMigration> rows) {

    public ForeignHistory {
        rows = List.copyOf(rows);
    }
}
