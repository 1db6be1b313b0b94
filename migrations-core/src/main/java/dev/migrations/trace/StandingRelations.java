package dev.migrations.trace;

import dev.migrations.trace.CatalogPicture.RelationRow;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The relations that were there before the traced run: only they can be in use. */
public final class StandingRelations {

    private final CatalogPicture before;
    private final Predicate<RelationRow> ignored;

    /**
     * Those of a picture.
     *
     * @param ignored tables of ours, in which nobody else is interested
     */
    public StandingRelations(CatalogPicture before, Predicate<RelationRow> ignored) {
        this.before = before;
        this.ignored = ignored;
    }

    /** The relation with this OID; of an index or a TOAST table, the table that it belongs to. */
    public Optional<TracedRelation> find(long oid) {
        var row = before.relations().get(oid);
        if (row == null || ignored.test(row)) {
            return Optional.empty();
        }
        return row.owner() == 0 ? Optional.ofNullable(relation(row)) : find(row.owner());
    }

    /** Whether this is the relation itself, and not a part of it. */
    boolean isWhole(long oid) {
        var row = before.relations().get(oid);
        return row != null && row.owner() == 0;
    }

    /** The name of an index, if this is one that somebody made. */
    @Nullable
    String indexName(long oid) {
        var row = before.relations().get(oid);
        if (row == null || (row.kind() != 'i' && row.kind() != 'I')) {
            return null;
        }
        var table = before.relations().get(row.owner());
        return table == null || table.kind() == 't' ? null : row.name();
    }

    private static @Nullable TracedRelation relation(RelationRow row) {
        var kind =
                switch (row.kind()) {
                    case 'r' -> TracedRelation.Kind.TABLE;
                    case 'p' -> TracedRelation.Kind.PARTITIONED_TABLE;
                    case 'm' -> TracedRelation.Kind.MATERIALIZED_VIEW;
                    case 'v' -> TracedRelation.Kind.VIEW;
                    case 'S' -> TracedRelation.Kind.SEQUENCE;
                    case 'f' -> TracedRelation.Kind.FOREIGN_TABLE;
                    default -> null;
                };
        return kind == null ? null : new TracedRelation(row.schema(), row.name(), kind);
    }
}
