package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.CreateIndex;
import dev.migrations.ddl.CreateTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DomainChange;
import dev.migrations.ddl.EnumChange;
import dev.migrations.ddl.Maintenance;
import dev.migrations.ddl.RowChange;

/** Tells the statements that change something which others may hold: they wait for it, whatever the lock is. */
final class DefinitionChange {

    private DefinitionChange() {}

    static boolean isIn(DdlStatement statement) {
        if (statement instanceof CreateTable table) {
            return table.partitionOf() != null; // its parent is locked
        }
        return statement instanceof AlterTable
                || statement instanceof CreateIndex
                || statement instanceof DdlStatement.Create
                || statement instanceof DdlStatement.CreateDomain
                || statement instanceof DdlStatement.Drop
                || statement instanceof DdlStatement.AlterObject
                || statement instanceof EnumChange
                || statement instanceof DomainChange
                || statement instanceof Maintenance
                || statement instanceof RowChange.Truncate;
    }
}
