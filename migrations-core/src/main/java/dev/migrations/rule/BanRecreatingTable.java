package dev.migrations.rule;

import dev.migrations.ddl.CreateTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.script.Identifier;
import java.util.List;
import java.util.Set;

/** A table that is dropped and made anew has lost its rows, and its rights, triggers and publications with them. */
final class BanRecreatingTable implements LintRule {

    @Override
    public String code() {
        return "ban-recreating-table";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof CreateTable create) || create.temporary()) {
            return List.of();
        }
        return around.schema().findDropped(create.table()).stream()
                .map(columns -> finding(create, columns, around))
                .toList();
    }

    private Finding finding(CreateTable create, Set<Identifier> oldColumns, Surroundings around) {
        var message =
                "%s is dropped and made anew: all its rows are gone, and the rights, foreign keys, views and triggers on it too"
                        .formatted(create.table());
        var copy = new TableCopy(create, oldColumns);
        return copy.isPossible() && create.partitionOf() == null
                ? finding(
                        create.place(),
                        message,
                        "change the table that is there; or make the new one beside it, filled by a trigger and a backfill, let the application move over, and drop the old one last",
                        copy.files(around))
                : finding(create.place(), message, "change the table that is there, and do not drop it");
    }
}
