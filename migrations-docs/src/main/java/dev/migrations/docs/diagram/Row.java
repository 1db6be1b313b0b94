package dev.migrations.docs.diagram;

/**
 * A column in a box.
 *
 * @param column its name in the database
 * @param name   as it is shown, cut where it is too long
 * @param type   as it is shown; empty where there is no room for types
 * @param mark   what it is
 */
public record Row(String column, String name, String type, Mark mark) {

    /** What a column is to the keys. */
    public enum Mark {
        PRIMARY("PK"),
        FOREIGN("FK"),
        /** Both: the key of the table is a row of another one. */
        BOTH("PF"),
        NONE("");

        private final String label;

        Mark(String label) {
            this.label = label;
        }

        /** As it is shown. */
        public String label() {
            return label;
        }
    }
}
