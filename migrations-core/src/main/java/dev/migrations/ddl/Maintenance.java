package dev.migrations.ddl;

import dev.migrations.script.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that changes how a relation is stored, or holds it. */
public sealed interface Maintenance extends DdlStatement {

    /**
     * {@code VACUUM}.
     *
     * @param tables none for all
     */
    record Vacuum(Place place, boolean full, List<QualifiedName> tables) implements Maintenance {
        public Vacuum {
            tables = List.copyOf(tables);
        }
    }

    /**
     * {@code CLUSTER}.
     *
     * @param table null for all that were clustered before
     */
    record Cluster(Place place, @Nullable QualifiedName table) implements Maintenance {}

    /**
     * {@code REPACK}, since 19.
     *
     * @param table null for all
     */
    record Repack(
            Place place, boolean concurrently, @Nullable QualifiedName table) implements Maintenance {}

    /**
     * {@code REINDEX}.
     *
     * @param target what is built anew
     * @param name   of that; null for the current database
     */
    record Reindex(Place place, Target target, @Nullable QualifiedName name, boolean concurrently)
            implements Maintenance {
        /** What {@code REINDEX} builds anew. */
        public enum Target {
            INDEX,
            TABLE,
            SCHEMA,
            DATABASE,
            SYSTEM
        }
    }

    /** {@code REFRESH MATERIALIZED VIEW}. */
    record Refresh(Place place, QualifiedName view, boolean concurrently, boolean withData) implements Maintenance {}

    /**
     * {@code LOCK TABLE}.
     *
     * @param mode in upper case; {@code ACCESS EXCLUSIVE} where none is written
     */
    record Lock(Place place, List<QualifiedName> tables, String mode) implements Maintenance {
        public Lock {
            tables = List.copyOf(tables);
        }
    }
}
