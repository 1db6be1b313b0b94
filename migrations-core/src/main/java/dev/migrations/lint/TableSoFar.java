package dev.migrations.lint;

import dev.migrations.ddl.ColumnDefinition;
import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.Constraint.Validity;
import dev.migrations.ddl.DataType;
import dev.migrations.rule.KnownSchema.KnownColumn;
import dev.migrations.rule.KnownSchema.KnownConstraint;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What statements said of one table, or of a view or a type, which share its names. */
final class TableSoFar {

    private QualifiedName name;
    private final Map<Identifier, DataType> columns = new LinkedHashMap<>();
    private final Map<Identifier, KnownConstraint> constraints = new LinkedHashMap<>();
    private boolean isNew;
    private @Nullable String partitionBy;
    private @Nullable QualifiedName defaultPartition;

    TableSoFar(QualifiedName name, boolean isNew) {
        this.name = name;
        this.isNew = isNew;
    }

    boolean isNew() {
        return isNew;
    }

    void rename(QualifiedName newName) {
        name = newName;
    }

    void endRun() {
        isNew = false;
    }

    void endTransaction() {
        constraints.replaceAll((key, known) -> new KnownConstraint(known.constraint(), known.isValid(), false));
    }

    void add(ColumnDefinition column) {
        columns.put(column.name(), column.type());
        column.constraints().forEach(this::add);
    }

    void changeType(Identifier column, DataType type) {
        columns.put(column, type);
    }

    void dropColumn(Identifier column) {
        columns.remove(column);
        constraints.values().removeIf(known -> known.constraint().columns().contains(column));
    }

    void rename(Identifier column, Identifier newName) {
        var type = columns.remove(column);
        if (type != null) {
            columns.put(newName, type);
        }
    }

    void add(Constraint constraint) {
        var known = new KnownConstraint(constraint, constraint.validity() == Validity.VALID, true);
        constraints.put(constraint.name() == null ? usualName(constraint) : constraint.name(), known);
    }

    void validate(Identifier constraint) {
        constraints.computeIfPresent(
                constraint, (key, known) -> new KnownConstraint(known.constraint(), true, known.isFresh()));
    }

    void dropConstraint(Identifier constraint) {
        constraints.remove(constraint);
    }

    void renameConstraint(Identifier constraint, Identifier newName) {
        var known = constraints.remove(constraint);
        if (known != null) {
            constraints.put(newName, known);
        }
    }

    void partitionBy(@Nullable String key) {
        partitionBy = key;
    }

    Optional<String> partitioning() {
        return Optional.ofNullable(partitionBy);
    }

    void setDefaultPartition(@Nullable QualifiedName partition) {
        defaultPartition = partition;
    }

    Optional<QualifiedName> defaultPartition() {
        return Optional.ofNullable(defaultPartition);
    }

    List<KnownConstraint> checks() {
        return constraints.values().stream()
                .filter(known -> known.constraint().kind() == Constraint.Kind.CHECK)
                .toList();
    }

    Set<Identifier> columns() {
        return Set.copyOf(columns.keySet());
    }

    /** Those of a type, and of no array of it; the search path may lead to it, too. */
    Stream<KnownColumn> columnsOf(QualifiedName type) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().is(type.sql())
                        || column.getValue().is(new QualifiedName(null, type.name()).sql()))
                .map(column -> new KnownColumn(name, column.getKey()));
    }

    Optional<DataType> type(Identifier column) {
        return Optional.ofNullable(columns.get(column));
    }

    Optional<KnownConstraint> constraint(Identifier wanted) {
        return Optional.ofNullable(constraints.get(wanted));
    }

    List<KnownConstraint> checksOf(Identifier column) {
        return constraints.values().stream()
                .filter(known -> known.constraint().kind() == Constraint.Kind.CHECK)
                .filter(known -> {
                    var condition = known.constraint().condition();
                    return condition != null && condition.mentions(column);
                })
                .toList();
    }

    /** The one column of the primary key. */
    Optional<Identifier> key() {
        return constraints.values().stream()
                .map(KnownConstraint::constraint)
                .filter(constraint -> constraint.kind() == Kind.PRIMARY_KEY
                        && constraint.columns().size() == 1)
                .map(constraint -> constraint.columns().get(0))
                .findFirst();
    }

    /** A check that says {@code column is not null}, or a NOT NULL constraint of its own (since 18). */
    Optional<KnownConstraint> notNullCheck(Identifier column) {
        return constraints.values().stream()
                .filter(known -> NotNullCheck.demands(known.constraint(), column))
                .reduce((first, second) -> second.isValid() ? second : first);
    }

    /** The name that PostgreSQL makes up (ChooseConstraintName in pg_constraint.c), when it is free. */
    private Identifier usualName(Constraint constraint) {
        var columnPart = constraint.columns().stream().map(Identifier::name).collect(Collectors.joining("_"));
        var middle = columnPart.isEmpty() ? "_" : "_" + columnPart + "_";
        return new Identifier(
                switch (constraint.kind()) {
                    case PRIMARY_KEY -> name.name() + "_pkey";
                    case UNIQUE -> name.name() + middle + "key";
                    case FOREIGN_KEY -> name.name() + middle + "fkey";
                    case CHECK -> name.name() + middle + "check";
                    case NOT_NULL -> name.name() + middle + "not_null";
                    case EXCLUDE -> name.name() + middle + "excl";
                });
    }
}
