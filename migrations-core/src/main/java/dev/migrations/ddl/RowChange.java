package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** A statement that changes rows. */
public sealed interface RowChange extends DdlStatement {

    /**
     * {@code INSERT}.
     *
     * @param isQuery whether the rows come out of a query, and no {@code VALUES}
     */
    record Insert(Place place, QualifiedName table, boolean isQuery) implements RowChange {}

    /**
     * {@code UPDATE}.
     *
     * @param assigned the columns after {@code SET}, each as often as it stands there
     * @param bounded  whether there is a {@code WHERE}
     */
    record Update(Place place, QualifiedName table, List<Identifier> assigned, boolean bounded) implements RowChange {
        public Update {
            assigned = List.copyOf(assigned);
        }
    }

    /**
     * {@code DELETE}.
     *
     * @param bounded whether there is a {@code WHERE}
     */
    record Delete(Place place, QualifiedName table, boolean bounded) implements RowChange {}

    /** {@code TRUNCATE}. */
    record Truncate(Place place, List<QualifiedName> tables, boolean cascade) implements RowChange {
        public Truncate {
            tables = List.copyOf(tables);
        }
    }

    /** {@code COPY … FROM}. */
    record CopyFrom(Place place, QualifiedName table) implements RowChange {}
}
