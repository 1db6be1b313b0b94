package dev.migrations.test;

import java.util.List;

/** The rows of a query, each as its values with commas between: {@code 1, Ann, null}. */
public final class StageRows {

    private final MigrationStage stage;
    private final String origin;
    private final List<String> rows;

    StageRows(MigrationStage stage, String origin, List<String> rows) {
        this.stage = stage;
        this.origin = origin;
        this.rows = List.copyOf(rows);
    }

    /** These rows in this order, and no others. */
    public MigrationStage containsExactly(String... expected) {
        if (!rows.equals(List.of(expected))) {
            throw new AssertionError(
                    origin + "\nis to give\n" + shown(List.of(expected)) + "\nbut gives\n" + shown(rows));
        }
        return stage;
    }

    /** No row at all. */
    public MigrationStage isEmpty() {
        return containsExactly();
    }

    /** The rows, for other assertions. */
    public List<String> rows() {
        return rows;
    }

    private static String shown(List<String> rows) {
        return rows.isEmpty() ? "  no row" : "  " + String.join("\n  ", rows);
    }
}
