package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.Drop;
import dev.migrations.ddl.ObjectKind;
import dev.migrations.ddl.TableAction.DropColumn;
import dev.migrations.ddl.TableAction.DropConstraint;
import java.util.List;
import java.util.stream.Stream;

/** CASCADE drops whatever depends on a thing, and whatever depends on that, without naming it (PostgreSQL manual, 5.15). */
final class BanDropCascade implements LintRule {

    @Override
    public String code() {
        return "ban-drop-cascade";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (statement instanceof Drop drop) {
            var isOwn = !drop.cascade()
                    || drop.kind() == ObjectKind.SCHEMA
                    || drop.names().stream().allMatch(around::isCold);
            return isOwn ? List.of() : List.of(finding(drop));
        }
        if (statement instanceof AlterTable alter && !around.isCold(alter.table())) {
            var columns = alter.actions(DropColumn.class).stream()
                    .filter(DropColumn::cascade)
                    .map(drop -> finding(alter, drop));
            var constraints = alter.actions(DropConstraint.class).stream()
                    .filter(DropConstraint::cascade)
                    .map(drop -> finding(alter, drop));
            return Stream.concat(columns, constraints).toList();
        }
        return List.of();
    }

    private Finding finding(Drop drop) {
        var verb = drop.kind() == ObjectKind.INDEX ? "drop index concurrently" : "drop " + drop.kind();
        var sql = verb + (drop.ifExists() ? " if exists " : " ") + drop.target() + ";";
        var ignore = "-- migrations: lint-ignore=ban-drop-table because no running version knows %s\n"
                .formatted(drop.target());
        return finding(
                drop.place(),
                "dropping the %s %s takes with it %s".formatted(drop.kind(), drop.target(), dependents(drop.kind())),
                "leave CASCADE out: PostgreSQL then refuses as long as something depends on it and names what; drop that by name first",
                drop.kind() == ObjectKind.TABLE ? ignore + sql : sql);
    }

    private static String dependents(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE -> "all views and foreign keys that depend on it, whoever uses them";
            case VIEW, MATERIALIZED_VIEW -> "all views that depend on it, whoever uses them";
            case TYPE, DOMAIN, COLLATION ->
                "all columns that have it, with their values, and the functions and views that depend on it, whoever uses them";
            case EXTENSION ->
                "all columns of its types, with their values, and the indexes, functions and views that depend on it, whoever uses them";
            case SEQUENCE -> "all defaults that depend on it: the INSERTs that need them fail or store null";
            case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE, LANGUAGE ->
                "all triggers, defaults, indexes, policies and views that depend on it, whoever uses them";
            case INDEX -> "all constraints that depend on it, such as foreign keys to its columns";
            default -> "all that depends on it, whoever uses it";
        };
    }

    private Finding finding(AlterTable alter, DropColumn drop) {
        var table = alter.table();
        return finding(
                drop.place(),
                "dropping %s of %s takes with it all views, foreign keys and indexes that depend on it, whoever uses them"
                        .formatted(drop.column(), table),
                "leave CASCADE out: PostgreSQL then refuses as long as something depends on it and names what; drop that by name first",
                """
                -- migrations: lint-ignore=ban-drop-column because no running version knows %s.%s
                alter table %s drop column %s%s;""".formatted(table, drop.column(), table, drop.ifExists() ? "if exists " : "", drop.column()));
    }

    private Finding finding(AlterTable alter, DropConstraint drop) {
        var table = alter.table();
        return finding(
                drop.place(),
                "dropping the constraint %s of %s takes with it all foreign keys that point to its columns, whichever table they are of"
                        .formatted(drop.constraint(), table),
                "leave CASCADE out: PostgreSQL then refuses as long as something depends on it and names what; drop that by name first",
                "alter table %s drop constraint %s%s;"
                        .formatted(table, drop.ifExists() ? "if exists " : "", drop.constraint()));
    }
}
