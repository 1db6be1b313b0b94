package dev.migrations.rule;

import dev.migrations.ddl.CreateTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        if (!(statement instanceof CreateTable create)
                || create.temporary()
                || !around.schema().isDropped(create.table())) {
            return List.of();
        }
        var table = create.table();
        var message =
                "%s is dropped and made anew: all its rows are gone, and the rights, foreign keys, views and triggers on it too"
                        .formatted(table);
        if (create.partitionOf() != null || create.columns().isEmpty()) {
            return List.of(finding(create.place(), message, "change the table that is there, and do not drop it"));
        }
        return List.of(finding(
                create.place(),
                message,
                "change the table that is there; or make the new one beside it, copy the rows in batches, let the application move over, and drop the old one last",
                beside(create),
                """
                -- migrations: lint-ignore=ban-drop-table because no running version knows %s
                drop table %s;""".formatted(table, table)));
    }

    /** Without the names of constraints: the old table has them still. */
    private static String beside(CreateTable create) {
        var table = create.table();
        var columns = create.columns().stream().map(column -> column.written());
        var constraints = create.constraints().stream().map(constraint -> constraint.definition());
        return Stream.concat(columns, constraints)
                .collect(Collectors.joining(
                        ",\n  ",
                        "create table %s (\n  ".formatted(new QualifiedName(table.schema(), table.name() + "_new")),
                        "\n);"));
    }
}
