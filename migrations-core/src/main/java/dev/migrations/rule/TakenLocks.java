package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.CreateIndex;
import dev.migrations.ddl.CreateTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Maintenance;
import dev.migrations.ddl.Maintenance.Reindex;
import dev.migrations.ddl.ObjectKind;
import dev.migrations.ddl.RowChange;
import dev.migrations.ddl.TableAction;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table-level locks that statements take (PostgreSQL manual, 13.3.1), as far as they block reads or writes. */
final class TakenLocks {

    private static final Set<ObjectKind> RELATIONS =
            EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

    private TakenLocks() {}

    static List<LockClaim> of(DdlStatement statement, KnownSchema schema) {
        return locks(statement, schema)
                .filter(lock -> lock.mode().blocksWrites())
                .toList();
    }

    /** The strongest that the statements before one hold on a table. */
    static Optional<LockMode> findHeld(SharedTransaction transaction, QualifiedName table, KnownSchema schema) {
        return transaction.earlier().stream()
                .flatMap(earlier -> of(earlier, schema).stream())
                .filter(lock -> isSame(lock.relation(), table))
                .map(LockClaim::mode)
                .max(Comparator.naturalOrder());
    }

    /** A name without a schema may be any schema's. */
    private static boolean isSame(QualifiedName one, QualifiedName other) {
        return one.name().equals(other.name())
                && (one.schema() == null || other.schema() == null || Objects.equals(one.schema(), other.schema()));
    }

    private static Stream<LockClaim> locks(DdlStatement statement, KnownSchema schema) {
        if (statement instanceof AlterTable alter) {
            return alter(alter);
        }
        if (statement instanceof CreateIndex index) {
            return Stream.of(
                    lock(index.table(), index.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE));
        }
        if (statement instanceof CreateTable create) {
            var inColumns = create.columns().stream().map(column -> column.constraints());
            return Stream.concat(
                    all(LockMode.ACCESS_EXCLUSIVE, create.partitionOf()),
                    referenced(Stream.concat(inColumns, Stream.of(create.constraints()))));
        }
        if (statement instanceof DdlStatement.Create create) {
            var isTrigger = create.kind() == ObjectKind.TRIGGER;
            return all(isTrigger ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE, create.on());
        }
        if (statement instanceof DdlStatement.Drop drop) {
            return drop(drop, schema);
        }
        if (statement instanceof DdlStatement.AlterObject alter) {
            return RELATIONS.contains(alter.kind()) ? all(LockMode.ACCESS_EXCLUSIVE, alter.name()) : Stream.of();
        }
        if (statement instanceof RowChange.Truncate truncate) {
            return truncate.tables().stream().map(table -> lock(table, LockMode.ACCESS_EXCLUSIVE));
        }
        return statement instanceof Maintenance maintenance ? maintain(maintenance, schema) : Stream.of();
    }

    private static Stream<LockClaim> alter(AlterTable alter) {
        var partitions = Stream.concat(
                alter.actions(TableAction.AttachPartition.class).stream().map(TableAction.AttachPartition::partition),
                alter.actions(TableAction.DetachPartition.class).stream().map(TableAction.DetachPartition::partition));
        var constraints =
                alter.actions(TableAction.AddConstraint.class).stream().map(add -> List.of(add.constraint()));
        var inColumns = alter.columns().stream().map(column -> column.constraints());
        return Stream.of(
                        all(ActionLocks.of(alter), alter.table()),
                        partitions.map(partition -> lock(partition, LockMode.ACCESS_EXCLUSIVE)),
                        referenced(Stream.concat(constraints, inColumns)))
                .flatMap(locks -> locks);
    }

    private static Stream<LockClaim> referenced(Stream<List<Constraint>> constraints) {
        return constraints
                .flatMap(Collection::stream)
                .flatMap(constraint -> all(LockMode.SHARE_ROW_EXCLUSIVE, constraint.references()));
    }

    private static Stream<LockClaim> drop(DdlStatement.Drop drop, KnownSchema schema) {
        if (drop.concurrently()) {
            return Stream.of();
        }
        if (drop.kind() == ObjectKind.INDEX) {
            return drop.names().stream()
                    .map(index -> lock(schema.findTableOfIndex(index).orElse(index), LockMode.ACCESS_EXCLUSIVE));
        }
        return RELATIONS.contains(drop.kind())
                ? drop.names().stream().map(name -> lock(name, LockMode.ACCESS_EXCLUSIVE))
                : all(LockMode.ACCESS_EXCLUSIVE, drop.on());
    }

    private static Stream<LockClaim> maintain(Maintenance statement, KnownSchema schema) {
        if (statement instanceof Maintenance.Vacuum vacuum && vacuum.full()) {
            return vacuum.tables().stream().map(table -> lock(table, LockMode.ACCESS_EXCLUSIVE));
        }
        if (statement instanceof Maintenance.Cluster cluster) {
            return all(LockMode.ACCESS_EXCLUSIVE, cluster.table());
        }
        if (statement instanceof Maintenance.Repack repack && !repack.concurrently()) {
            return all(LockMode.ACCESS_EXCLUSIVE, repack.table());
        }
        if (statement instanceof Maintenance.Refresh refresh) {
            return all(refresh.concurrently() ? LockMode.EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE, refresh.view());
        }
        if (statement instanceof Maintenance.Lock lock) {
            return LockMode.find(lock.mode()).stream()
                    .flatMap(mode -> lock.tables().stream().map(table -> lock(table, mode)));
        }
        return statement instanceof Reindex reindex && !reindex.concurrently() ? reindex(reindex, schema) : Stream.of();
    }

    private static Stream<LockClaim> reindex(Reindex reindex, KnownSchema schema) {
        return switch (reindex.target()) {
            case TABLE -> all(LockMode.SHARE, reindex.name());
            case INDEX -> {
                var index = Objects.requireNonNull(reindex.name());
                var table = schema.findTableOfIndex(index).map(found -> lock(found, LockMode.SHARE));
                yield Stream.concat(all(LockMode.ACCESS_EXCLUSIVE, index), table.stream());
            }
            default -> Stream.of();
        };
    }

    private static Stream<LockClaim> all(LockMode mode, @Nullable QualifiedName relation) {
        return Stream.ofNullable(relation).map(found -> lock(found, mode));
    }

    private static LockClaim lock(QualifiedName relation, LockMode mode) {
        return new LockClaim(relation, mode, Cost.INSTANT);
    }
}
