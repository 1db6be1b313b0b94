package dev.migrations.trace;

import org.jspecify.annotations.Nullable;

/**
 * Something that a statement did to a relation that was there before.
 *
 * @param kind     what
 * @param relation to which; of an index, its table
 * @param object   the column, constraint or index that it is about; null where it is about the relation
 * @param rows     how many rows it changed on the copy; zero for the other kinds
 */
public record Effect(
        Kind kind, TracedRelation relation, @Nullable String object, long rows) {

    /** What a statement can do. */
    public enum Kind {
        /** Every row was written to a new file ({@code relfilenode} is another one). */
        REWRITTEN("rewrites", Work.REWRITE),
        /** {@code TRUNCATE} gave it a new, empty file. */
        EMPTIED("empties", Work.MOMENT),
        /** An index was built. */
        INDEX_BUILT("builds index", Work.BUILD),
        /** An index was built anew in a new file, its table staying as it is. */
        INDEX_REBUILT("rebuilds index", Work.BUILD),
        /** A sequential scan was begun ({@code pg_stat_xact_all_tables.seq_scan}). */
        SCANNED("reads every row of", Work.SCAN),
        /** A constraint was added as valid, or validated. */
        CONSTRAINT_VALIDATED("validates constraint", Work.MOMENT),
        /** A column that was there became {@code NOT NULL}. */
        COLUMN_NOT_NULL("sets not null", Work.MOMENT),
        /** A column was added. */
        COLUMN_ADDED("adds column", Work.MOMENT),
        /** Rows were inserted, updated or deleted. */
        ROWS_CHANGED("changes rows of", Work.ROWS);

        private final String words;
        private final Work work;

        Kind(String words, Work work) {
            this.words = words;
            this.work = work;
        }

        /** How long that takes, by itself. */
        public Work work() {
            return work;
        }
    }

    /** A sentence without its subject, such as {@code builds index orders_total of orders}. */
    public String sentence() {
        if (kind == Kind.ROWS_CHANGED) {
            return "changes " + rows + (rows == 1 ? " row of " : " rows of ") + relation;
        }
        var joint = kind == Kind.COLUMN_ADDED ? " to " : " of ";
        return kind.words + " " + (object == null ? "" : object + joint) + relation;
    }

    /** On the relation as a whole. */
    public static Effect on(TracedRelation relation, Kind kind) {
        return new Effect(kind, relation, null, 0);
    }

    /** On a part of it. */
    public static Effect on(TracedRelation relation, Kind kind, String object) {
        return new Effect(kind, relation, object, 0);
    }

    /** On rows of it. */
    public static Effect rows(TracedRelation relation, long rows) {
        return new Effect(Kind.ROWS_CHANGED, relation, null, rows);
    }
}
