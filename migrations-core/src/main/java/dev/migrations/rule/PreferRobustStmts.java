package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.CreateIndex;
import dev.migrations.ddl.CreateTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.ObjectKind;
import dev.migrations.ddl.TableAction;
import dev.migrations.script.QualifiedName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where statements commit one by one, a failure leaves those before it done, and the script cannot be run again unless each of them lets that pass. This engine resumes at the statement that failed. */
final class PreferRobustStmts implements LintRule {

    private static final String AGAIN =
            "if a statement behind this one fails, the script cannot be run again as it is: %s by then";
    private static final Set<ObjectKind> DROPPED = EnumSet.of(ObjectKind.TABLE, ObjectKind.INDEX, ObjectKind.TYPE);
    /** What fails when it is done a second time, and knows no IF EXISTS. */
    private static final Set<Class<? extends TableAction>> ONCE = Set.of(
            TableAction.AddConstraint.class,
            TableAction.AddIdentity.class,
            TableAction.AttachPartition.class,
            TableAction.DetachPartition.class,
            TableAction.Inherit.class,
            TableAction.RenameColumn.class,
            TableAction.RenameConstraint.class,
            TableAction.RenameTable.class,
            TableAction.SetSchema.class);

    @Override
    public String code() {
        return "prefer-robust-stmts";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (around.runner() != Runner.PLAIN || around.transaction().isShared()) {
            return List.of();
        }
        if (statement instanceof AlterTable alter) {
            return alter.actions().stream()
                    .flatMap(action -> judge(alter.table(), action))
                    .toList();
        }
        if (statement instanceof CreateIndex index && !index.ifNotExists()) {
            return List.of(created(index));
        }
        if (statement instanceof CreateTable table && !table.ifNotExists() && !table.temporary()) {
            return List.of(finding(
                    table.place(),
                    AGAIN.formatted("the table %s is there already".formatted(table.table())),
                    "write CREATE TABLE IF NOT EXISTS %s, or put it between BEGIN and COMMIT with what follows"
                            .formatted(table.table())));
        }
        return statement instanceof DdlStatement.Drop drop && !drop.ifExists() && DROPPED.contains(drop.kind())
                ? List.of(dropped(drop))
                : List.of();
    }

    private Finding created(CreateIndex index) {
        return index.name() == null
                ? finding(index.place(), AGAIN.formatted("a second one like it is built"), "give the index a name")
                : finding(
                        index.place(),
                        AGAIN.formatted("the index %s is there already".formatted(index.name())),
                        "drop what an interrupted build has left, which IF NOT EXISTS alone would take for a whole index",
                        "drop index concurrently if exists %s;\n%s"
                                .formatted(
                                        new QualifiedName(
                                                index.table().schema(),
                                                index.name().name()),
                                        ConcurrentIndex.createIfNotExists(index)));
    }

    private Finding dropped(DdlStatement.Drop drop) {
        var names = drop.names().stream().map(QualifiedName::sql).collect(Collectors.joining(", "));
        return finding(
                drop.place(),
                AGAIN.formatted(names + " is gone already"),
                drop.cascade() ? "write IF EXISTS, and name what else is to go in place of CASCADE" : "write IF EXISTS",
                switch (drop.kind()) {
                    case INDEX -> // concurrently, one at a time
                        drop.names().stream()
                                .map("drop index concurrently if exists %s;"::formatted)
                                .collect(Collectors.joining("\n"));
                    case TABLE ->
                        LastResort.sql(
                                "ban-drop-table",
                                "no running version knows " + names,
                                "drop table if exists %s;".formatted(names));
                    default -> "drop %s if exists %s;".formatted(drop.kind(), names);
                });
    }

    private Stream<Finding> judge(QualifiedName table, TableAction action) {
        if (action instanceof TableAction.AddColumn add && !add.ifNotExists()) {
            return Stream.of(finding(
                    add.place(),
                    AGAIN.formatted("the column %s.%s is there already"
                            .formatted(table, add.column().name())),
                    "write IF NOT EXISTS",
                    "alter table %s add column if not exists %s;"
                            .formatted(table, add.column().written())));
        }
        if (action instanceof TableAction.DropColumn drop && !drop.ifExists()) {
            return Stream.of(finding(
                    drop.place(),
                    AGAIN.formatted("the column %s.%s is gone already".formatted(table, drop.column())),
                    "write IF EXISTS",
                    LastResort.sql(
                            "ban-drop-column",
                            "no running version knows %s.%s".formatted(table, drop.column()),
                            "alter table %s drop column if exists %s;".formatted(table, drop.column()))));
        }
        if (action instanceof TableAction.DropConstraint drop && !drop.ifExists()) {
            return Stream.of(finding(
                    drop.place(),
                    AGAIN.formatted("the constraint %s of %s is gone already".formatted(drop.constraint(), table)),
                    "write IF EXISTS",
                    "alter table %s drop constraint if exists %s;".formatted(table, drop.constraint())));
        }
        if (isGuarded(action)) {
            return Stream.of();
        }
        var once = ONCE.contains(action.getClass());
        var found = finding(
                action.place(),
                AGAIN.formatted(
                        once
                                ? "this is done to %s already".formatted(table)
                                : "this would be done to %s twice".formatted(table)),
                "put it between BEGIN and COMMIT with what belongs to it: all of it is done, or nothing");
        return Stream.of(once ? found : found.weighing(Severity.INFO));
    }

    /** It says itself what to do when it was done already. */
    private static boolean isGuarded(TableAction action) {
        return action instanceof TableAction.AddColumn
                || action instanceof TableAction.DropColumn
                || action instanceof TableAction.DropConstraint
                || action instanceof TableAction.NotUnderstood;
    }
}
