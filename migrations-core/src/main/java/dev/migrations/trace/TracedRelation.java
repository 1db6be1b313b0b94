package dev.migrations.trace;

/**
 * A relation that was there before the traced run, by the name that it had then.
 *
 * @param schema the schema that it lives in
 * @param name   its own name
 * @param kind   what it is
 */
public record TracedRelation(String schema, String name, Kind kind) {

    /** What a relation is. */
    public enum Kind {
        /** A table, or a partition of one. */
        TABLE("table"),
        /** A table that has partitions. */
        PARTITIONED_TABLE("partitioned table"),
        /** A materialized view. */
        MATERIALIZED_VIEW("materialized view"),
        /** A view. */
        VIEW("view"),
        /** A sequence. */
        SEQUENCE("sequence"),
        /** A foreign table. */
        FOREIGN_TABLE("foreign table");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For a sentence. */
        public String words() {
            return words;
        }
    }

    /** As a person writes it: without its schema where that is {@code public}. */
    @Override
    public String toString() {
        return schema.equals("public") ? name : schema + "." + name;
    }
}
