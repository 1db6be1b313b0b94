package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Place;
import dev.migrations.ddl.TableAction;
import java.util.List;

/** What cannot be read cannot be judged, and must not pass for safe. */
final class NotUnderstood implements LintRule {

    @Override
    public String code() {
        return "not-understood";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (statement instanceof DdlStatement.NotUnderstood unread) {
            return List.of(finding(unread.place(), unread.at()));
        }
        if (statement instanceof AlterTable alter) {
            return alter.actions(TableAction.NotUnderstood.class).stream()
                    .map(action -> finding(action.place(), action.at()))
                    .toList();
        }
        return List.of();
    }

    private Finding finding(Place place, String at) {
        return finding(
                place,
                "this is not judged: the linter does not understand %s".formatted(at),
                "look up its lock in the PostgreSQL manual, and say that you did: -- migrations: lint-ignore=not-understood because …");
    }
}
