package dev.migrations.lint;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.CreateIndex;
import dev.migrations.ddl.CreateTable;
import dev.migrations.ddl.DataType;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.ObjectKind;
import dev.migrations.ddl.TableAction;
import dev.migrations.rule.IndexUse;
import dev.migrations.rule.KnownSchema;
import dev.migrations.rule.TableSize;
import dev.migrations.rule.TableSizes;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schema as the statements so far left it, as far as they say. */
final class SchemaSoFar implements KnownSchema {

    private final TableSizes sizes;
    private final NamedObjects<TableSoFar> tables = new NamedObjects<>();
    private final NamedObjects<TableSoFar> dropped = new NamedObjects<>();
    private final NamedObjects<QualifiedName> tableOfIndex = new NamedObjects<>();

    SchemaSoFar(TableSizes sizes) {
        this.sizes = sizes;
    }

    /** What one statement changed; what it could not be read for is not known. */
    void apply(DdlStatement statement) {
        if (statement instanceof CreateTable create) {
            create(create);
        } else if (statement instanceof AlterTable alter) {
            alter.actions().forEach(action -> apply(alter.table(), action));
        } else if (statement instanceof CreateIndex index && index.name() != null) {
            var name = new QualifiedName(index.table().schema(), index.name().name());
            tableOfIndex.put(name, index.table());
        } else if (statement instanceof DdlStatement.Create create && create.name() != null) {
            tables.put(create.name(), new TableSoFar(create.name(), !create.orReplace()));
        } else if (statement instanceof DdlStatement.CreateDomain domain) {
            tables.put(domain.name(), new TableSoFar(domain.name(), true));
        } else if (statement instanceof DdlStatement.Drop drop) {
            drop(drop);
        }
    }

    private void drop(DdlStatement.Drop drop) {
        var kind = drop.kind() == ObjectKind.INDEX ? tableOfIndex : tables;
        for (var name : drop.names()) {
            if (drop.kind() == ObjectKind.TABLE && !isNew(name)) {
                dropped.put(name, tables.find(name).orElseGet(() -> new TableSoFar(name, false)));
            }
            kind.remove(name);
            forgetDefaultPartition(name);
        }
    }

    private void create(CreateTable create) {
        if (create.ifNotExists() && tables.find(create.table()).isPresent()) {
            return;
        }
        var table = new TableSoFar(create.table(), true);
        create.columns().forEach(table::add);
        create.constraints().forEach(table::add);
        table.partitionBy(create.partitionBy());
        tables.put(create.table(), table);
        if (create.partitionOf() != null) {
            attach(create.partitionOf(), create.table(), create.bounds());
        }
    }

    private void attach(QualifiedName parent, QualifiedName partition, @Nullable String bounds) {
        if ("default".equalsIgnoreCase(bounds)) {
            tables.find(parent).orElseGet(() -> remember(parent)).setDefaultPartition(partition);
        }
    }

    private void apply(QualifiedName name, TableAction action) {
        var table = tables.find(name).orElseGet(() -> remember(name));
        if (action instanceof TableAction.AddColumn add) {
            table.add(add.column());
        } else if (action instanceof TableAction.ChangeType change) {
            table.changeType(change.column(), change.type());
        } else if (action instanceof TableAction.DropColumn drop) {
            table.dropColumn(drop.column());
        } else if (action instanceof TableAction.RenameColumn rename) {
            table.rename(rename.column(), rename.newName());
        } else if (action instanceof TableAction.AddConstraint add) {
            table.add(add.constraint());
        } else if (action instanceof TableAction.ValidateConstraint validate) {
            table.validate(validate.constraint());
        } else if (action instanceof TableAction.DropConstraint drop) {
            table.dropConstraint(drop.constraint());
        } else if (action instanceof TableAction.RenameConstraint rename) {
            table.renameConstraint(rename.constraint(), rename.newName());
        } else if (action instanceof TableAction.AttachPartition attach) {
            attach(name, attach.partition(), attach.bounds());
        } else if (action instanceof TableAction.DetachPartition detach) {
            forgetDefaultPartition(detach.partition());
        } else if (action instanceof TableAction.RenameTable rename) {
            move(name, new QualifiedName(name.schema(), rename.newName().name()), table);
        } else if (action instanceof TableAction.SetSchema move) {
            move(name, new QualifiedName(move.schema().name(), name.name()), table);
        }
    }

    private void move(QualifiedName name, QualifiedName newName, TableSoFar table) {
        tables.remove(name);
        table.rename(newName);
        tables.put(newName, table);
    }

    private void forgetDefaultPartition(QualifiedName dropped) {
        tables.all().stream()
                .filter(table ->
                        table.defaultPartition().filter(dropped::equals).isPresent())
                .forEach(table -> table.setDefaultPartition(null));
    }

    /** A table that was there before any script that is at hand. */
    private TableSoFar remember(QualifiedName name) {
        var table = new TableSoFar(name, false);
        tables.put(name, table);
        return table;
    }

    void endTransaction() {
        tables.all().forEach(TableSoFar::endTransaction);
    }

    void endRun() {
        tables.all().forEach(TableSoFar::endRun);
        dropped.clear();
    }

    @Override
    public boolean isNew(QualifiedName table) {
        return tables.find(table).map(TableSoFar::isNew).orElse(false);
    }

    @Override
    public Optional<DataType> findType(QualifiedName table, Identifier column) {
        return tables.find(table).flatMap(found -> found.type(column));
    }

    @Override
    public Optional<KnownConstraint> findConstraint(QualifiedName table, Identifier name) {
        return tables.find(table).flatMap(found -> found.constraint(name));
    }

    @Override
    public Optional<Identifier> findKey(QualifiedName table) {
        return tables.find(table).flatMap(TableSoFar::key);
    }

    @Override
    public Optional<KnownConstraint> findNotNullCheck(QualifiedName table, Identifier column) {
        return tables.find(table).flatMap(found -> found.notNullCheck(column));
    }

    @Override
    public List<KnownConstraint> findChecks(QualifiedName table) {
        return tables.find(table).map(TableSoFar::checks).orElse(List.of());
    }

    @Override
    public Optional<String> findPartitioning(QualifiedName table) {
        return tables.find(table).flatMap(TableSoFar::partitioning);
    }

    @Override
    public Optional<QualifiedName> findDefaultPartition(QualifiedName table) {
        return tables.find(table).flatMap(TableSoFar::defaultPartition);
    }

    @Override
    public List<KnownConstraint> checksOf(QualifiedName table, Identifier column) {
        return tables.find(table).map(found -> found.checksOf(column)).orElse(List.of());
    }

    @Override
    public Optional<Set<Identifier>> findDropped(QualifiedName table) {
        return dropped.find(table).map(TableSoFar::columns);
    }

    @Override
    public List<KnownColumn> columnsOf(QualifiedName type) {
        return tables.all().stream().flatMap(table -> table.columnsOf(type)).toList();
    }

    @Override
    public Optional<QualifiedName> findTableOfIndex(QualifiedName index) {
        return tableOfIndex.find(index).or(() -> sizes.findIndex(index).map(IndexUse::table));
    }

    @Override
    public Optional<IndexUse> findIndex(QualifiedName index) {
        return sizes.findIndex(index);
    }

    @Override
    public Optional<TableSize> findSize(QualifiedName table) {
        return sizes.find(table);
    }
}
