package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** A statement that changes rows. */
public sealed interface RowChange extends DdlStatement {

    /**
     * {@code INSERT}.
     *
     * @param assigned the columns that it names, each as often as it stands there
     * @param updated  the columns after {@code DO UPDATE SET}, each as often as it stands there
     * @param isQuery  whether the rows come out of a query, and no {@code VALUES}
     */
    record Insert(
            Place place, QualifiedName table, List<Identifier> assigned, List<Identifier> updated, boolean isQuery)
            implements RowChange {
        public Insert {
            assigned = List.copyOf(assigned);
            updated = List.copyOf(updated);
        }
    }

    /**
     * {@code UPDATE}.
     *
     * @param assigned the columns after {@code SET}, each as often as it stands there
     * @param bounded  whether there is a {@code WHERE}
     * @param written  all of it up to {@code RETURNING}
     */
    record Update(Place place, QualifiedName table, List<Identifier> assigned, boolean bounded, String written)
            implements RowChange {
        public Update {
            assigned = List.copyOf(assigned);
        }
    }

    /**
     * {@code DELETE}.
     *
     * @param bounded whether there is a {@code WHERE}
     * @param written all of it up to {@code RETURNING}
     */
    record Delete(Place place, QualifiedName table, boolean bounded, String written) implements RowChange {}

    /** {@code TRUNCATE}. */
    record Truncate(Place place, List<QualifiedName> tables, boolean cascade) implements RowChange {
        public Truncate {
            tables = List.copyOf(tables);
        }
    }

    /** {@code COPY … FROM}. */
    record CopyFrom(Place place, QualifiedName table) implements RowChange {}
}
