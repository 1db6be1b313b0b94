package dev.migrations.trace;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the catalogue says at one moment of all that is not the server's own, by OID.
 *
 * @param relations   tables, indexes, TOAST tables, views, sequences
 * @param columns     by relation and number
 * @param constraints of tables: {@code CHECK} and {@code FOREIGN KEY}
 */
public record CatalogPicture(
        Map<Long, RelationRow> relations, Map<ColumnKey, ColumnRow> columns, Map<Long, ConstraintRow> constraints) {

    public CatalogPicture {
        relations = Map.copyOf(relations);
        columns = Map.copyOf(columns);
        constraints = Map.copyOf(constraints);
    }

    /** The same without what the transaction has counted, for moments of different transactions. */
    public CatalogPicture withoutCounts() {
        var uncounted = relations.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().withoutCounts()));
        return new CatalogPicture(uncounted, columns, constraints);
    }

    /**
     * A relation.
     *
     * @param schema  its schema
     * @param name    its name
     * @param kind    {@code pg_class.relkind}
     * @param file    {@code pg_class.relfilenode}; 0 where it has none
     * @param owner   the table that an index or a TOAST table belongs to; 0 for others
     * @param scans   sequential scans that this transaction has begun
     * @param changes rows that this transaction has inserted, updated and deleted
     */
    public record RelationRow(String schema, String name, char kind, long file, long owner, long scans, long changes) {

        RelationRow withoutCounts() {
            return new RelationRow(schema, name, kind, file, owner, 0, 0);
        }
    }

    /** Which column. */
    public record ColumnKey(long relation, int number) {}

    /**
     * A column.
     *
     * @param name    its name
     * @param notNull whether every row is known to have a value
     */
    public record ColumnRow(String name, boolean notNull) {}

    /**
     * A constraint.
     *
     * @param relation its table
     * @param name     its name
     * @param valid    whether every row is known to fulfil it
     */
    public record ConstraintRow(long relation, String name, boolean valid) {}
}
