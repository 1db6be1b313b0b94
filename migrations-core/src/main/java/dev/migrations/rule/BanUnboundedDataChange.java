package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Place;
import dev.migrations.ddl.RowChange;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** One UPDATE or DELETE of all rows locks each of them until it commits; after DDL in the same transaction, the lock of the DDL is held for as long (PostgreSQL manual, 13.3). */
final class BanUnboundedDataChange implements LintRule {

    @Override
    public String code() {
        return "ban-unbounded-data-change";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (statement instanceof RowChange.Update update) {
            return judge(
                    new Change(update.place(), "UPDATE", update.table(), update.bounded(), update.written()), around);
        }
        if (statement instanceof RowChange.Delete delete) {
            return judge(
                    new Change(delete.place(), "DELETE", delete.table(), delete.bounded(), delete.written()), around);
        }
        return List.of();
    }

    private record Change(Place place, String verb, QualifiedName table, boolean isBounded, String written) {}

    private List<Finding> judge(Change change, Surroundings around) {
        if (around.isCold(change.table())) {
            return List.of();
        }
        var held = TakenLocks.findHeld(around.transaction(), change.table(), around.schema())
                .map(mode -> underLock(change, mode, around.schema()));
        return held.isPresent() || change.isBounded()
                ? held.stream().toList()
                : List.of(unbounded(change, around.schema()));
    }

    private Finding underLock(Change change, LockMode held, KnownSchema schema) {
        var message = "the transaction of this %s holds %s on %s: %s of %s are blocked until its rows are done"
                .formatted(change.verb(), held, change.table(), held.blocked(), change.table());
        return change.isBounded()
                ? finding(change.place(), message, "change rows in a migration of its own", change.written() + ";")
                        .claiming(locks(change))
                        .weighing(Severity.WARNING)
                : finding(
                                change.place(),
                                message,
                                advice(change, schema),
                                Batches.byKey(schema, change.table(), change.written()))
                        .claiming(locks(change));
    }

    private Finding unbounded(Change change, KnownSchema schema) {
        return finding(
                        change.place(),
                        "this %s locks every row of %s in one transaction: whoever writes to one of them waits until all are done"
                                .formatted(change.verb(), change.table()),
                        advice(change, schema),
                        Batches.byKey(schema, change.table(), change.written()))
                .claiming(locks(change));
    }

    private static String advice(Change change, KnownSchema schema) {
        return "make it a backfill, which goes through the table's key in batches"
                + Batches.keyAdvice(schema, change.table());
    }

    private static LockClaim locks(Change change) {
        return new LockClaim(change.table(), LockMode.ROW_EXCLUSIVE, Cost.SCAN);
    }
}
