package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.TableAction;
import dev.migrations.ddl.TableAction.DetachPartition.Mode;
import java.util.Comparator;
import java.util.Locale;

/** The lock that ALTER TABLE takes on its table: the strongest that one of its sub-commands needs (AlterTableGetLockLevel in tablecmds.c). */
final class ActionLocks {

    private ActionLocks() {}

    static LockMode of(AlterTable alter) {
        return alter.actions().stream()
                .map(ActionLocks::of)
                .max(Comparator.naturalOrder())
                .orElse(LockMode.ACCESS_EXCLUSIVE);
    }

    private static LockMode of(TableAction action) {
        if (action instanceof TableAction.AddConstraint add) {
            var isForeignKey = add.constraint().kind() == Constraint.Kind.FOREIGN_KEY;
            return isForeignKey ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        }
        if (action instanceof TableAction.Toggle toggle) {
            var isTrigger = toggle.action().toLowerCase(Locale.ROOT).contains(" trigger ");
            return isTrigger ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        }
        return isWeak(action) ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    }

    private static boolean isWeak(TableAction action) {
        if (action instanceof TableAction.DetachPartition detach) {
            return detach.mode() != Mode.BLOCKING;
        }
        if (action instanceof TableAction.Tune tune) {
            return tune.action().matches("(?is)(set|reset) ?\\(.*|cluster .*|set without cluster");
        }
        if (action instanceof TableAction.TuneColumn tune) {
            return tune.action().matches("(?is)set statistics .*|(set|reset) ?\\(.*");
        }
        return action instanceof TableAction.ValidateConstraint || action instanceof TableAction.AttachPartition;
    }
}
