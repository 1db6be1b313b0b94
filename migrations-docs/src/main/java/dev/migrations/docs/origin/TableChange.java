package dev.migrations.docs.origin;

import dev.migrations.ddl.TableAction;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.Optional;

/** What a sub-command of {@code ALTER TABLE} means for the table and its columns. */
final class TableChange {

    private final TrackedObjects objects;
    private final QualifiedName table;

    TableChange(TrackedObjects objects, QualifiedName table) {
        this.objects = objects;
        this.table = table;
    }

    /** What the table is called then. */
    QualifiedName apply(TableAction action) {
        objects.change(Family.RELATION, table);
        if (action instanceof TableAction.AddColumn add) {
            objects.makeColumn(table, add.column().name());
        } else if (action instanceof TableAction.DropColumn drop) {
            objects.dropColumn(table, drop.column());
        } else if (action instanceof TableAction.RenameColumn rename) {
            objects.renameColumn(table, rename.column(), rename.newName());
        } else if (action instanceof TableAction.AttachPartition attach) {
            objects.change(Family.RELATION, attach.partition());
        } else if (action instanceof TableAction.DetachPartition detach) {
            objects.change(Family.RELATION, detach.partition());
        } else if (action instanceof TableAction.RenameTable rename) {
            return objects.rename(Family.RELATION, table, rename.newName().name());
        } else if (action instanceof TableAction.SetSchema move) {
            return objects.move(Family.RELATION, table, move.schema().name());
        } else {
            column(action).ifPresent(column -> objects.changeColumn(table, column));
        }
        return table;
    }

    private static Optional<Identifier> column(TableAction action) {
        if (action instanceof TableAction.ChangeType change) {
            return Optional.of(change.column());
        }
        if (action instanceof TableAction.SetDefault change) {
            return Optional.of(change.column());
        }
        if (action instanceof TableAction.DropDefault change) {
            return Optional.of(change.column());
        }
        if (action instanceof TableAction.SetNotNull change) {
            return Optional.of(change.column());
        }
        if (action instanceof TableAction.DropNotNull change) {
            return Optional.of(change.column());
        }
        if (action instanceof TableAction.AddIdentity change) {
            return Optional.of(change.column());
        }
        if (action instanceof TableAction.SetExpression change) {
            return Optional.of(change.column());
        }
        return action instanceof TableAction.TuneColumn change ? Optional.of(change.column()) : Optional.empty();
    }
}
